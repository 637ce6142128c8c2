#> 10
```python
import math
print(math.comb(5, 2))
```
