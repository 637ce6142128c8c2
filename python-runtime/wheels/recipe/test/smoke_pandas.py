import io
import time

t = time.perf_counter()
import numpy as np

t1 = time.perf_counter()
import pandas as pd

print(
    'import pandas',
    pd.__version__,
    f'numpy {t1 - t:.2f} s, pandas {time.perf_counter() - t1:.2f} s',
)
df = pd.read_csv(
    io.StringIO('k,x,when\na,1.5,2026-01-01\nb,2,2026-01-02\na,3.25,2026-01-04\n,4,2026-02-01\n')
)
df['when'] = pd.to_datetime(df['when'])
assert str(df['when'].dtype).startswith('datetime64[') and df['x'].dtype == 'f8', df.dtypes
g = df.groupby('k')['x'].agg(['sum', 'mean', 'count', 'std'])
assert g.loc['a', 'sum'] == 4.75 and g.loc['b', 'count'] == 1
assert df.groupby('k', dropna=False).size().tolist() == [2, 1, 1]
m = df.merge(pd.DataFrame({'k': ['a', 'b'], 'y': [10, 20]}), on='k', how='left')
assert m['y'].tolist()[:3] == [10, 20, 10] and np.isnan(m['y'].iloc[3])
r = df.set_index('when')['x']
assert r.rolling(2).sum().tolist()[1:] == [3.5, 5.25, 7.25]
assert r.rolling('3D').mean().tolist() == [1.5, 1.75, 2.625, 4.0]
assert r.ewm(span=2).mean().notna().all()
assert r.resample('MS').sum().tolist() == [6.75, 4.0]
assert r.tz_localize('UTC').tz_convert('Europe/Berlin').index[0].hour == 1
p = df.pivot_table(index='k', values='x', aggfunc='max')
assert p.loc['a', 'x'] == 3.25
o = io.StringIO()
df.to_csv(o, index=False)
assert o.getvalue().count('\n') == 5
j = df.to_json(orient='records', date_format='iso')
assert pd.read_json(io.StringIO(j)).shape == (4, 3)
assert df['k'].str.upper().tolist()[:3] == ['A', 'B', 'A']
assert df['k'].astype('category').cat.codes.tolist() == [0, 1, 0, -1]
s = pd.concat([df, df]).sort_values(['x', 'k']).reset_index(drop=True)
assert len(s) == 8 and s['x'].is_monotonic_increasing
assert df.drop_duplicates('k').shape[0] == 3 and df['x'].rank().tolist() == [1, 2, 3, 4]
assert df.query('x > 2').shape[0] == 2 and df.eval('x * 2').sum() == 21.5
assert pd.cut(df['x'], 2).nunique() == 2 and df['x'].quantile(0.5) == 2.625
assert pd.Series([1, 2, None], dtype='Int64').sum() == 3
assert pd.period_range('2026-01', periods=3, freq='M')[2].month == 3
assert (pd.Timestamp('2026-03-01') - pd.Timedelta(days=1)).day == 28
assert pd.interval_range(0, 3).contains(1.5).tolist() == [False, True, False]
mi = pd.MultiIndex.from_product([['a', 'b'], [1, 2]])
f = pd.DataFrame({'v': range(4)}, index=mi)
assert f.unstack().shape == (2, 2) and f.loc[('b', 1), 'v'] == 2
try:
    df['nope']
    raise SystemExit('no KeyError')
except KeyError:
    pass
big = pd.DataFrame(
    {'k': np.random.default_rng(0).integers(0, 100, 200000), 'v': np.arange(200000.0)}
)
t = time.perf_counter()
big.groupby('k')['v'].mean()
print(f'groupby of 200000 rows {1000 * (time.perf_counter() - t):.1f} ms')
print(df.describe().to_html()[:0] + 'pandas smoke test passed')
