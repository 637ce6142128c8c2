import { programs } from '../programs.ts'

const { print, imports, chart } = programs

/** Ten short programs, each for a part of what programs do. Their fuel is in the budget: a change begins it anew. */
export const budgetPrograms: Record<string, string> = {
  print,
  imports,
  chart,
  bytecode: `
total = 0
for number in range(200_000):
    if number % 3:
        total += number ^ 5
total`,
  recursion: `
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

fibonacci(20)`,
  json: `
import json

records = [{'id': i, 'name': f'item {i}', 'price': i * 1.25, 'tags': ['a', 'ü', None]} for i in range(2_000)]
len(json.dumps(json.loads(json.dumps(records))))`,
  regular_expressions: `
import re

text = ' '.join(f'user{i}@example.com, {i * 37 % 1000:03d}-{i:04d}' for i in range(2_000))
len(re.findall(r'[\\w.]+@[\\w.]+', text)), len(re.sub(r'(\\d{3})-(\\d{4})', r'\\2/\\1', text))`,
  strings: `
from collections import Counter

words = [f'word{i * i % 97}' for i in range(30_000)]
Counter(' '.join(words).upper().split()).most_common(3)`,
  table: `
import numpy as np
import pandas as pd

frame = pd.DataFrame({'group': np.arange(50_000) % 7, 'value': np.arange(50_000) * 0.5})
frame.groupby('group')['value'].agg(['mean', 'max'])`,
  error: `
def divide(a, b):
    return a / b

try:
    divide(1, 0)
except ZeroDivisionError:
    import traceback

    traceback.print_exc()`,
}
