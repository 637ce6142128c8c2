#: error "execution_error ZeroDivisionError: division by zero"
```python
x = 1
y = 0
x / y
```
