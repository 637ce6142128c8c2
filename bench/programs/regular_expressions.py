"""The `re` engine: character classes, alternation, backtracking and substitution."""

import re

line = '2026-03-{:02d} 12:{:02d}:07 WARN worker-{} took {}.{} s: "GET /items/{}?page={}" (user@example{}.com)\n'
text = ''.join(line.format(i % 28 + 1, i % 60, i % 7, i % 13, i % 997, i, i % 31, i % 5) for i in range(8_000))


def work():
    requests = re.findall(r'^(\S+) (\S+) (INFO|WARN|ERROR) (\w+)-(\d+) took (\d+\.\d+) s: "(GET|POST) ([^"?]*)\?page=(\d+)"', text, re.M)
    addresses = re.findall(r'[\w.+-]+@[\w-]+\.[\w.]+', text)
    masked = re.sub(r'\d+', lambda match: '#' * len(match.group()), text)
    backtracked = sum(re.match(r'(a|b|ab)*c', 'ab' * n) is None for n in range(8, 19))

    return (len(requests), len(addresses), hash(masked) == hash(text), backtracked)
