#> /tmp
#> /tmp
%cd /tmp
here = %pwd
print(here)
