"""Four charts, as PNG: lines, bars, points and a histogram."""

from io import BytesIO

import matplotlib.pyplot as plt
import numpy as np

source = np.random.default_rng(7)
x = np.linspace(0, 10, 500)


def png(draw):
    figure, axes = plt.subplots()
    draw(axes)
    axes.set_title('A title')
    axes.grid(True)
    out = BytesIO()
    figure.savefig(out)
    plt.close(figure)
    return out.getvalue()


def lines(axes):
    axes.plot(x, np.sin(x), label='sin')
    axes.plot(x, np.cos(x), label='cos')
    axes.legend()


def work():
    pictures = [
        png(lines),
        png(lambda axes: axes.bar([f'shop {i}' for i in range(8)], range(8))),
        png(lambda axes: axes.scatter(source.random(500), source.random(500), c=source.random(500))),
        png(lambda axes: axes.hist(source.standard_normal(10_000), bins=50)),
    ]
    return [picture[:4] for picture in pictures]
