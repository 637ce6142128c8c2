# A format with a hundred thousand directives becomes one regular expression.
# expect: timeout or error ValueError or error error
# stdout contains: before
import time

print('before')
time.strptime('1 ' * 20_000, '%d ' * 1 + ' %%' * 20_000)
