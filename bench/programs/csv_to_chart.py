"""CSV of 30,000 lines read, cleaned, grouped by month and drawn, whole."""

from io import BytesIO, StringIO

import matplotlib.pyplot as plt
import pandas as pd

lines = [
    f'2026-{i % 12 + 1:02d}-{i % 28 + 1:02d},{("North", "south ", "East", "west")[i % 4]},{"" if i % 50 == 0 else i * 7919 % 10_007 / 100}'
    for i in range(30_000)
]
text = '\n'.join(['date,region,amount', *lines])


def work():
    sales = pd.read_csv(StringIO(text), parse_dates=['date'])
    sales['region'] = sales['region'].str.strip().str.title()
    sales = sales.dropna(subset=['amount'])
    table = sales.pivot_table(index=sales['date'].dt.to_period('M'), columns='region', values='amount', aggfunc='sum')
    axes = table.plot(kind='bar', stacked=True, figsize=(9, 5), title='Sales by month')
    axes.set_ylabel('amount')
    plt.tight_layout()
    out = BytesIO()
    plt.savefig(out)
    plt.close()
    return table.shape, f'{table.sum().sum():.9g}', out.getvalue()[:4]
