#: stdout /^\S+ \S+ ± \S+ \S+ per loop \(mean ± std\. dev\. of 3 runs, 10 loops each\)\ndone\n$/
%timeit -n 10 -r 3 sum(range(100))
print('done')
