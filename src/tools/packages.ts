/** The Python packages that a model is told of, by the names that `pip` knows them by. */
export const packages = [
  'numpy',
  'pandas',
  'matplotlib',
  'pillow',
  'seaborn',
  'sympy',
  'networkx',
  'openpyxl',
  'tabulate',
  'pyyaml',
  'beautifulsoup4',
  'jinja2',
  'python-dateutil',
  'pytz',
] as const
