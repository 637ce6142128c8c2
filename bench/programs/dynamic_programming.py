"""Dynamic programming: the distance of two texts, and a knapsack."""

from random import Random

source = Random(7)
left = ''.join(source.choice('acgt') for _ in range(700))
right = ''.join(source.choice('acgt') for _ in range(700))
goods = [(source.randrange(5, 60), source.randrange(10, 200)) for _ in range(100)]


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, one in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (one != other))
    return row[-1]


def knapsack(room):
    best = [0] * (room + 1)
    for weight, value in goods:
        for left_room in range(room, weight - 1, -1):
            best[left_room] = max(best[left_room], best[left_room - weight] + value)
    return best[room]


def work():
    return distance(left, right), knapsack(2_000)
