#> env: GREETING=hello
#> hello
#: stderr "Nothing can be installed in this sandbox: it has no network. Already there: numpy 2.4.6.\nThere are no processes in this sandbox, so \"echo it's not there\" did not run. In Python: print('TEXT')\n"
name = 'numpy'
!pip install {name} || echo "it's not there"
%env GREETING=hello
import os
print(os.environ['GREETING'])
