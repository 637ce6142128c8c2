#: error "execution_error ZeroDivisionError: division by zero"
    def half(x):
        return 1 / x
    half(0)
