import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { runPython } from '../../support/run-python.ts'

describe('a package', () => {
  it('writes and reads spreadsheets', async () => {
    const result = await runPython(py`
      import pandas as pd
      pd.DataFrame({'city': ['Oslo', 'Rome'], 'people': [1, 3]}).to_excel('cities.xlsx', index=False)
      print(pd.read_excel('cities.xlsx').people.sum())
    `)

    expect(result).toMatchObject({ stdout: '4\n', error: null })
    expect(result.results).toMatchObject([{ file: { name: 'cities.xlsx' } }])
  })

  it('draws statistics', async () => {
    const result = await runPython(py`
      import pandas as pd, seaborn as sns
      frame = pd.DataFrame({'kind': list('aabb'), 'value': [1, 2, 3, 4]})
      sns.barplot(frame, x='kind', y='value')
    `)

    expect(result.error).toBeNull()
    expect(result.results).toMatchObject([
      { text: expect.stringContaining('Axes') },
      { png: expect.any(String), chart: { type: 'bar' } },
    ])
  })

  it('finds ways in graphs, and draws them', async () => {
    const result = await runPython(py`
      import networkx as nx
      graph = nx.Graph([('a', 'b'), ('b', 'c')])
      print(nx.shortest_path(graph, 'a', 'c'))
      nx.draw(graph, pos=nx.circular_layout(graph), with_labels=True)
    `)

    expect(result).toMatchObject({ stdout: "['a', 'b', 'c']\n", error: null })
    expect(result.results).toMatchObject([{ png: expect.any(String) }])
  })

  it.each(['numpy', 'pandas', 'matplotlib.pyplot', 'sympy', 'networkx', 'seaborn', 'math'])(
    'has every name that it says it has: from %s import *',
    async (name) => {
      const result = await runPython(`from ${name} import *`)

      expect(result).toMatchObject({ stderr: '', error: null })
    },
  )

  it('calculates with symbols', async () => {
    const result = await runPython(py`
      from sympy import Eq, Matrix, exp, factorint, integrate, lambdify, latex, oo, solve, symbols
      x = symbols('x')
      print(integrate(exp(-x**2), (x, -oo, oo)), solve(Eq(x**2, 2), x), factorint(2**67 - 1))
      print(Matrix([[1, 2], [3, 4]]).det(), latex(x**2 / 2), lambdify(x, x**2, 'numpy')(3))
      x**2 / 2
    `)

    expect(result).toMatchObject({
      stdout:
        'sqrt(pi) [-sqrt(2), sqrt(2)] {193707721: 1, 761838257287: 1}\n-2 \\frac{x^{2}}{2} 9\n',
      error: null,
      results: [{ is_main_result: true, text: 'x**2/2', latex: expect.stringContaining('x^{2}') }],
    })
  })

  it.each([
    ['tabulate', "import tabulate; print(tabulate.tabulate([[1]], ['n']))", '  n\n---\n  1\n'],
    ['yaml', "import yaml; print(yaml.safe_load('a: [1, 2]'))", "{'a': [1, 2]}\n"],
    [
      'to_markdown',
      "import pandas as pd; print(pd.Series([1], name='n').to_markdown())",
      '|    |   n |\n|---:|----:|\n|  0 |   1 |\n',
    ],
    [
      'bs4',
      "from bs4 import BeautifulSoup; print(BeautifulSoup('<p>a<b>c', 'html.parser').b.text)",
      'c\n',
    ],
    [
      'tqdm',
      'from tqdm.auto import tqdm\nfrom tqdm.notebook import trange\nprint(sum(tqdm(range(4), disable=True)), sum(trange(3, disable=True)))',
      '6 3\n',
    ],
    [
      'qrcode',
      "import qrcode; image = qrcode.make('hello'); print(image.size == image.get_image().size, image.get_image().mode)",
      'True 1\n',
    ],
    [
      'xlsxwriter and openpyxl',
      "import pandas as pd\npd.DataFrame({'a': [1]}).to_excel('a.xlsx', engine='xlsxwriter', index=False)\nprint(pd.read_excel('a.xlsx').a.sum())",
      '1\n',
    ],
    [
      'pypdf',
      "import matplotlib.pyplot as plt, pypdf\nplt.rcParams['pdf.fonttype'] = 42\nplt.figtext(0.5, 0.5, 'hello'); plt.savefig('a.pdf'); plt.close()\nprint(pypdf.PdfReader('a.pdf').pages[0].extract_text())",
      'hello\n',
    ],
    ['jinja2', "import jinja2; print(jinja2.Template('{{ a }}!').render(a='<'))", '<!\n'],
  ])('is there: %s', async (_, code, expected) => {
    const { stdout, error } = await runPython(code)

    expect(error).toBeNull()
    expect(stdout).toBe(expected)
  })
})

it('reads old Excel files', async () => {
  const bytes = await readFile(join(import.meta.dirname, 'data/prices.xls'))
  const { stdout, error } = await runPython(
    "import pandas as pd; print(pd.read_excel('prices.xls').to_dict('list'))",
    { files: [{ name: 'prices.xls', bytes }] },
  )

  expect(error).toBeNull()
  expect(stdout).toBe("{'item': ['tea', 'mug'], 'price': [2.5, 9.0]}\n")
})

it('shows the help of a program to itself', async () => {
  const { stdout, error } = await runPython(py`
    def half(x: float) -> float:
        "Half of it."
        return x / 2
    help(half)
  `)

  expect(error).toBeNull()
  expect(stdout).toContain('half(x: float) -> float\n    Half of it.')
})

describe('a module that is not there', () => {
  it.each([
    ['import torch', "The nearest that it has is 'numpy'."],
    ['import panda', "The sandbox has no module 'panda', and nothing can be installed in it."],
    ['import tkinter', "The nearest that it has is 'matplotlib'."],
    ['import quxquux', "The sandbox has no module 'quxquux', and nothing can be installed in it."],
    ['import requests', 'the tool web_search can look into the web.'],
    ['import pip', 'nothing can be installed in it.'],
  ])('is told with what is: %s', async (code, hint) => {
    const { error } = await runPython(code)

    expect(error?.message).toContain(hint)
    expect(error?.traceback.trimEnd()).toMatch(
      new RegExp(`${hint.replaceAll('.', String.raw`\.`)}$`),
    )
  })

  it('is told with what can be imported', async () => {
    const { stdout, error } = await runPython(py`
      import importlib
      from _sandbox import nearest
      for near in nearest._BY_PURPOSE:
          if nearest.is_there(near):
              importlib.import_module(near)
      print(len(nearest._NEAREST), [name for name in nearest._BY_PURPOSE if not nearest.is_there(name)])
    `)

    expect(error).toBeNull()
    expect(stdout).toMatch(/^\d{3} \[\]\n$/)
  })

  it('is a plain ModuleNotFoundError to the program', async () => {
    const { stdout } = await runPython(py`
      import importlib.util
      print(importlib.util.find_spec('torch'))
      try:
          import torch
      except ImportError as error:
          print(error, error.name)
    `)

    expect(stdout).toBe("None\nNo module named 'torch' torch\n")
  })
})
