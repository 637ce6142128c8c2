#: stdout /^CPU times: user \S+ \S+, sys: \S+ \S+, total: \S+ \S+\nWall time: \S+ \S+\n$/
#: values [{"text": "499500"}]
%%time
total = sum(range(1000))
total
