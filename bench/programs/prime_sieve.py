"""Primes below three million by a sieve of bytes, and how far apart they are."""


def work():
    limit = 3_000_000
    sieve = bytearray([1]) * limit
    sieve[:2] = b'\0\0'
    for number in range(2, int(limit**0.5) + 1):
        if sieve[number]:
            sieve[number * number :: number] = bytes(len(range(number * number, limit, number)))
    primes = [number for number in range(limit) if sieve[number]]
    return len(primes), max(b - a for a, b in zip(primes, primes[1:]))
