"""`json` in both directions."""

import json


def work():
    records = [
        {'id': i, 'name': f'item {i}', 'price': i * 1.25, 'tags': ['a', 'b', 'ü'], 'nested': {'ok': i % 2 == 0, 'none': None}}
        for i in range(4_000)
    ]

    size = 0
    for _ in range(16):
        text = json.dumps(records)
        records = json.loads(text)
        size += len(text)

    return (size, records[-1]['price'])
