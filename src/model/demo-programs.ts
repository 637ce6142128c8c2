/** The Python that the demo knows by heart. */

export const fibonacci = `numbers = [0, 1]
while len(numbers) < 20:
    numbers.append(numbers[-1] + numbers[-2])
print(*numbers, sep=", ")
`

export const sineWave = `import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 2 * np.pi, 400)
plt.plot(x, np.sin(x))
plt.title("Sine wave")
plt.xlabel("x (radians)")
plt.ylabel("sin(x)")
plt.grid(True)
plt.show()
`

export const barChart = `import matplotlib.pyplot as plt

# United Nations, World Population Prospects 2024: millions of people in 2024.
population = {
    "India": 1451,
    "China": 1419,
    "United States": 345,
    "Indonesia": 283,
    "Pakistan": 251,
}
for country, millions in population.items():
    print(f"{country}: {millions} million")

plt.figure(figsize=(8, 5))
plt.bar(population.keys(), population.values())
plt.title("The five most populous countries, 2024")
plt.xlabel("Country")
plt.ylabel("Population (millions)")
plt.show()
`

/** `source` is a Python expression: a path in quotes, or something to read from. */
export function csvSummary(source: string): string {
  return `import io

import pandas as pd

table = pd.read_csv(${source})
print(f"{len(table)} rows, {len(table.columns)} columns: {', '.join(map(str, table.columns))}")
print(table.describe(include="all").to_string())
`
}
