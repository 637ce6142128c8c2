# Filters of source code were passed by `tb_frame.f_globals`: here it leads to the runner, which holds no secret.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
try:
    1 / 0
except ZeroDivisionError as error:
    frame = error.__traceback__.tb_frame
names = set()
while frame:
    names |= set(frame.f_globals) | set(frame.f_locals) | set(frame.f_builtins)
    frame = frame.f_back
print(
    'ESCAPED'
    if names & {'js', 'pyodide', 'fetch', 'env', 'process', 'caches', 'LOADER', 'FILES'}
    else 'closed'
)
