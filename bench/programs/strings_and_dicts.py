"""Strings built, split and joined; dictionaries filled and read."""

from collections import Counter

words = [f'{(i * 7919) % 5003:x}' for i in range(60_000)]


def work():
    result = 0

    for round in range(6):
        text = ' '.join(words)
        counts = Counter(text.upper().split())
        index = {}
        for position, word in enumerate(words):
            index.setdefault(word[:2], []).append(position)
        lines = [f'{word:>8}: {count}' for word, count in sorted(counts.items())]
        result += len('\n'.join(lines).replace('1', 'one')) + len(index)

    return result
