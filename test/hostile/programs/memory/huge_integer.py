# An integer of four billion bits, made by a shift.
# expect: memory or error OverflowError
# stdout contains: before
# timeout_ms: 5000
print('before')
1 << 2**34
