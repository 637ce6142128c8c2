# n8n's second: an exception's own attributes, read by formatting, lead to the frames of the runner.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
try:
    '{0.missing}'.format(object())
except AttributeError as error:
    caught = error
frame = caught.__traceback__.tb_frame
while frame.f_back:
    frame = frame.f_back
found = [
    name
    for name in frame.f_globals
    if name in ('js', 'pyodide_js', 'process', 'require', 'env', 'Deno')
]
print('ESCAPED' if found else 'closed', found)
