"""Floating point in pure Python: the planets of the "n-body" benchmark."""

from itertools import combinations
from math import sqrt

bodies = [
    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], 39.47],
    [[4.84, -1.16, -0.10], [0.60, 2.81, -0.02], 0.037],
    [[8.34, 4.12, -0.40], [-1.01, 1.82, 0.008], 0.011],
    [[12.89, -15.11, -0.22], [1.08, 0.86, -0.01], 0.0017],
    [[15.37, -25.91, 0.17], [0.97, 0.59, -0.03], 0.002],
]
pairs = list(combinations(bodies, 2))


def advance(steps, dt):
    for _ in range(steps):
        for (left, left_speed, left_mass), (right, right_speed, right_mass) in pairs:
            dx, dy, dz = left[0] - right[0], left[1] - right[1], left[2] - right[2]
            square = dx * dx + dy * dy + dz * dz
            magnitude = dt / (square * sqrt(square))
            for axis, distance in enumerate((dx, dy, dz)):
                left_speed[axis] -= distance * right_mass * magnitude
                right_speed[axis] += distance * left_mass * magnitude
        for position, speed, _mass in bodies:
            for axis in range(3):
                position[axis] += dt * speed[axis]



def work():
    advance(20_000, 0.01)
    return bodies[0][0]
