#> 9592 [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b'\0\0'
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(flags[i * i::i]))
    return [i for i, flag in enumerate(flags) if flag]
print(len(sieve(100_000)), sieve(30))
