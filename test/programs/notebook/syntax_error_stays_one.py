#: error "execution_error SyntaxError: expected ':' (<code>, line 3)"
%matplotlib inline
x = 1
if x
    print(x)
