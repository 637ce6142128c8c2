# Small memory, endless multiplication: a modular power of huge numbers.
# expect: timeout
# stdout contains: before
print('before')
pow(3, (1 << 200_000) - 1, (1 << 200_000) - 159)
