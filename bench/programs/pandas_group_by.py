"""pandas: group, merge, pivot, roll and write CSV."""

import numpy as np
import pandas as pd

source = np.random.default_rng(7)
sales = pd.DataFrame(
    {
        'shop': source.integers(0, 300, 150_000),
        'month': source.integers(1, 13, 150_000),
        'name': [f'product {i % 97}' for i in range(150_000)],
        'amount': source.random(150_000),
    }
)
shops = pd.DataFrame({'shop': range(300), 'city': [f'city {i % 23}' for i in range(300)]})


def work():
    merged = sales.merge(shops, on='shop')
    by_city = merged.groupby(['city', 'name'])['amount'].agg(['sum', 'mean', 'count'])
    table = merged.pivot_table(index='city', columns='month', values='amount', aggfunc='sum')
    largest = merged.groupby('city')['amount'].apply(lambda amounts: amounts.nlargest(3).sum())
    rolling = merged['amount'].rolling(50).mean().sum()
    text = merged.head(8_000).to_csv()

    return (len(by_city), table.shape, round(float(largest.sum() + rolling), 6), len(text))
