#> goes on
#: stderr "Nothing can be installed in this sandbox: it has no network. Not there: scikit-learn; the nearest is 'numpy'. Not there: some-private-package.\n"
%pip install scikit-learn some-private-package
print('goes on')
