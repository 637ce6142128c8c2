# A precision of two billion in the other kind of format.
# expect: memory or error OverflowError or error ValueError
# stdout contains: before
# timeout_ms: 5000
print('before')
'%.*f' % (2_000_000_000, 1.5)
