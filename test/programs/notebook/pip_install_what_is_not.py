#> goes on
#: stderr "Nothing can be installed in this sandbox: it has no network. scikit-learn is there for a program that imports it. Not there: some-private-package.\n"
%pip install scikit-learn some-private-package
print('goes on')
