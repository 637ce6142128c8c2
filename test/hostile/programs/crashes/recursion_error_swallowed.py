# Handles each stack overflow by going deeper in another way.
# expect: timeout or error RecursionError or error StackOverflow or memory
# stdout contains: before
# timeout_ms: 2000
import sys


def deeper(step):
    try:
        return step(lambda value: deeper(step), [1])
    except RecursionError:
        return deeper(map if step is filter else filter)


sys.setrecursionlimit(10**9)
print('before')
while True:
    list(map(deeper, [map, filter, lambda f, x: f(x)]))
