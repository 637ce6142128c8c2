import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { runPython } from '../../support/run-python.ts'

const tables = py`
  import io, numpy as np, pandas as pd
  sales = pd.read_csv(io.StringIO('''day,shop,item,n,price
  2024-01-01,north,tea,2,3.5
  2024-01-01,south,tea,1,3.0
  2024-01-02,north,coffee,4,4.0
  2024-01-03,south,coffee,3,
  '''), parse_dates=['day'])
  shops = pd.DataFrame({'shop': ['north', 'west'], 'city': ['Oslo', 'Bergen']})
`

/** What a program prints that has pandas, and tables of sales and of shops, at hand. */
async function printed(code: string) {
  const result = await runPython(`${tables}\n${code}`)
  expect(result.error).toBeNull()
  return result.stdout.trimEnd()
}

describe('reading tables', () => {
  it('takes CSV with its types', async () => {
    expect(await printed('print(sales.dtypes.astype(str).tolist(), sales.shape)')).toBe(
      "['datetime64[us]', 'str', 'str', 'int64', 'float64'] (4, 5)",
    )
  })

  it.each([
    ['CSV', 'sales.to_csv("f", index=False); back = pd.read_csv("f", parse_dates=["day"])'],
    [
      'JSON',
      'sales.to_json("f", date_format="iso"); back = pd.read_json("f", convert_dates=["day"])',
    ],
    ['pickle', 'sales.to_pickle("f"); back = pd.read_pickle("f")'],
  ])('gets back what was written as %s', async (_, code) => {
    expect(
      await printed(
        `${code}\nprint((back.drop(columns='day').fillna(0) == sales.drop(columns='day').fillna(0)).all().all())`,
      ),
    ).toBe('True')
  })

  it('takes odd separators, missing values and compressed files', async () => {
    expect(
      await printed(py`
        import gzip
        gzip.open('f.csv.gz', 'wt').write('a;b\n1,5;-\n2;x\n')
        print(pd.read_csv('f.csv.gz', sep=';', decimal=',', na_values='-').values.tolist())
      `),
    ).toBe("[[1.5, nan], [2.0, 'x']]")
  })
})

describe('shaping tables', () => {
  it.each([
    [
      'groups',
      'sales.groupby("shop")["n"].agg(["sum", "mean", "max"]).to_dict("index")',
      "{'north': {'sum': 6, 'mean': 3.0, 'max': 4}, 'south': {'sum': 4, 'mean': 2.0, 'max': 3}}",
    ],
    [
      'groups by several keys',
      'sales.groupby(["shop", "item"]).size().to_dict()',
      "{('north', 'coffee'): 1, ('north', 'tea'): 1, ('south', 'coffee'): 1, ('south', 'tea'): 1}",
    ],
    [
      'transforms groups',
      'sales.groupby("shop")["n"].transform("cumsum").tolist()',
      '[2, 1, 6, 4]',
    ],
    ['merges', 'sales.merge(shops, how="left")["city"].tolist()', "['Oslo', nan, 'Oslo', nan]"],
    [
      'merges and tells the sides',
      'shops.merge(sales, how="outer", indicator=True)["_merge"].astype(str).tolist()',
      "['both', 'both', 'right_only', 'right_only', 'left_only']",
    ],
    [
      'pivots',
      'sales.pivot_table(index="shop", columns="item", values="n", aggfunc="sum").to_dict()',
      "{'coffee': {'north': 4, 'south': 3}, 'tea': {'north': 2, 'south': 1}}",
    ],
    [
      'melts',
      'shops.melt(id_vars="shop").values.tolist()',
      "[['north', 'city', 'Oslo'], ['west', 'city', 'Bergen']]",
    ],
    [
      'stacks',
      'sales.set_index(["shop", "item"])["n"].unstack().loc["north"].to_dict()',
      "{'coffee': 4, 'tea': 2}",
    ],
    ['concatenates', 'len(pd.concat([sales, sales], ignore_index=True))', '8'],
    ['sorts', 'sales.sort_values(["n"], ascending=False)["n"].tolist()', '[4, 3, 2, 1]'],
    ['queries', 'sales.query("n > 1 and shop == \'north\'")["n"].tolist()', '[2, 4]'],
    ['counts values', 'sales["shop"].value_counts().to_dict()', "{'north': 2, 'south': 2}"],
    [
      'cuts into bins',
      'pd.cut(sales["n"], [0, 2, 4]).astype(str).tolist()',
      "['(0, 2]', '(0, 2]', '(2, 4]', '(2, 4]']",
    ],
    [
      'fills what is missing',
      'sales["price"].fillna(sales["price"].mean()).tolist()',
      '[3.5, 3.0, 4.0, 3.5]',
    ],
    [
      'describes',
      'sales["n"].describe().round(2).to_dict()',
      "{'count': 4.0, 'mean': 2.5, 'std': 1.29, 'min': 1.0, '25%': 1.75, '50%': 2.5, '75%': 3.25, 'max': 4.0}",
    ],
    ['correlates', 'sales[["n", "price"]].corr().round(3).iloc[0, 1]', '0.982'],
    [
      'applies functions',
      'sales.apply(lambda row: f"{row.n} {row["item"]}", axis=1).tolist()',
      "['2 tea', '1 tea', '4 coffee', '3 coffee']",
    ],
    ['works with text', 'shops["city"].str.lower().str[0].tolist()', "['o', 'b']"],
    [
      'works with categories',
      'sales["shop"].astype("category").cat.codes.tolist()',
      '[0, 1, 0, 1]',
    ],
  ])('%s', async (_, expression, expected) => {
    expect(await printed(`print(${expression})`)).toBe(expected)
  })
})

describe('times', () => {
  it.each([
    ['are rolled over', 'sales["n"].rolling(2).mean().tolist()', '[nan, 1.5, 2.5, 3.5]'],
    [
      'are rolled over by time',
      'sales.set_index("day")["n"].rolling("2D").sum().tolist()',
      '[2.0, 3.0, 7.0, 7.0]',
    ],
    [
      'are weighted',
      'sales["n"].ewm(span=3).mean().round(3).tolist()',
      '[2.0, 1.333, 2.857, 2.933]',
    ],
    ['are resampled', 'sales.set_index("day")["n"].resample("D").sum().tolist()', '[3, 4, 3]'],
    [
      'are read in any form',
      'pd.to_datetime(["2024-03-01", "1 Mar 2024 14:30", "03/01/2024"], format="mixed").astype(str).tolist()',
      "['2024-03-01 00:00:00', '2024-03-01 14:30:00', '2024-03-01 00:00:00']",
    ],
    [
      'are read or not',
      'pd.to_datetime(["2024-01-01", "no"], errors="coerce").isna().tolist()',
      '[False, True]',
    ],
    [
      'have parts',
      'sales["day"].dt.day_name().unique().tolist()',
      "['Monday', 'Tuesday', 'Wednesday']",
    ],
    ['have periods', 'sales["day"].dt.to_period("M").astype(str).unique().tolist()', "['2024-01']"],
    ['have offsets', '(pd.Timestamp("2024-01-31") + pd.offsets.MonthEnd(1)).date()', '2024-02-29'],
    [
      'have business days',
      'pd.bdate_range("2024-01-05", periods=2).strftime("%d").tolist()',
      "['05', '08']",
    ],
    [
      'have zones',
      'pd.Timestamp("2024-07-01 12:00", tz="Europe/Berlin").tz_convert("America/New_York")',
      '2024-07-01 06:00:00-04:00',
    ],
    [
      'have zones with summer time',
      'pd.date_range("2024-03-31", periods=2, freq="D", tz="Europe/Berlin").map(lambda t: t.utcoffset().seconds // 3600).tolist()',
      '[1, 2]',
    ],
    [
      'have zones of the standard library',
      '__import__("datetime").datetime(2024, 1, 1, tzinfo=__import__("zoneinfo").ZoneInfo("Asia/Tokyo")).isoformat()',
      '2024-01-01T00:00:00+09:00',
    ],
    [
      'have zones of dateutil',
      '__import__("dateutil.tz").tz.gettz("Asia/Kolkata").utcoffset(__import__("datetime").datetime(2024, 1, 1))',
      '5:30:00',
    ],
    ['have differences', '(sales["day"].max() - sales["day"].min()).total_seconds()', '172800.0'],
  ])('%s', async (_, expression, expected) => {
    expect(await printed(`print(${expression})`)).toBe(expected)
  })
})
