#> 2 5 2
result = %timeit -o -q -n 5 -r 2 sorted([3, 1, 2])
print(result.repeat, result.loops, len(result.timings))
