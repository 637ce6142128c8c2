"""`sorted` with and without a key, on numbers, strings and tuples."""

import random

source = random.Random(7)
numbers = [source.random() for _ in range(150_000)]
words = [f'{source.randrange(10**6):06d}' for _ in range(100_000)]
pairs = [(word[:2], number) for word, number in zip(words, numbers)]


def work():
    return (
        sorted(numbers)[1_000],
        sorted(words, key=lambda word: word[::-1])[1_000],
        sorted(pairs)[1_000],
    )
