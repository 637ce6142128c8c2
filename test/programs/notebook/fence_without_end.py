#> open
```py
print('open')
