"""A text of 200,000 words: counts, pairs of words, lengths, the longest lines."""

import re
from collections import Counter
from random import Random

source = Random(7)
vocabulary = [''.join(source.choice('abcdefghijklmnopqrstuvwxyz') for _ in range(source.randrange(2, 11))) for _ in range(4_000)]
text = '\n'.join(' '.join(source.choices(vocabulary, k=10)).capitalize() + '.' for _ in range(20_000))


def work():
    words = re.findall(r'[a-z]+', text.lower())
    counts, pairs = Counter(words), Counter(zip(words, words[1:]))
    lengths = Counter(map(len, words))
    longest = sorted(text.splitlines(), key=len, reverse=True)[:3]
    return len(words), counts.most_common(3), pairs.most_common(1), sorted(lengths.items()), sum(map(len, longest))
