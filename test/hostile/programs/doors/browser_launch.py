# Modules that would open a window somewhere.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import webbrowser

try:
    print('ESCAPED' if webbrowser.open('http://127.0.0.1/') else 'not opened')
except (webbrowser.Error, ImportError) as error:
    print(error)
print('closed')
