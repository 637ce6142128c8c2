"""pandas reads CSV of 100,000 lines with numbers, words and dates, and describes it."""

from io import StringIO

import pandas as pd

lines = [f'2026-{i % 12 + 1:02d}-{i % 28 + 1:02d},shop {i % 97},{i * 7919 % 10_007 / 100},{i}' for i in range(100_000)]
text = '\n'.join(['day,shop,price,number', *lines])


def work():
    frame = pd.read_csv(StringIO(text), parse_dates=['day'])
    described = frame.describe()
    return f'{described.loc["mean", "price"]:.9g} {frame["day"].max():%Y-%m-%d} {frame["shop"].nunique()}'
