# Expressions of pandas call what they can name: `@` reaches every local.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import os

import pandas as pd

frame = pd.DataFrame({'a': [1]})
for expression in (
    "@os.system('id > /mnt/data/proof')",
    "@pd.compat.os.popen('id')",
    "@__import__('js')",
):
    try:
        print(frame.eval(expression, engine='python'))
    except Exception as error:
        print(type(error).__name__, error)
print('ESCAPED' if os.path.exists('proof') else 'closed')
