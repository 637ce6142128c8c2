# Attributes reached by a format string, from any function to the globals of its module.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import matplotlib.pyplot as plt

text = '{0.__globals__[sys].modules} {1.__globals__}'.format(plt.plot, display)
print('ESCAPED' if 'JsProxy' in text or 'pyodide' in text else 'closed')
