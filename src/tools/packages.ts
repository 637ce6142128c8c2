/** The Python packages that a model is told of, by the names that `pip` knows them by: not those that pandas brings. */
const standard = [
  'numpy',
  'pandas',
  'matplotlib',
  'pillow',
  'seaborn',
  'plotly',
  'sympy',
  'networkx',
  'openpyxl',
  'xlsxwriter',
  'pypdf',
  'fpdf2',
  'reportlab',
  'tabulate',
  'beautifulsoup4',
  'tqdm',
]

/** The same with those of a server that has every image. */
export const packages = [
  ...standard,
  'scipy',
  'scikit-learn',
  'statsmodels',
  'python-docx',
  'python-pptx',
]

/** @param hasScience whether there is the image that has all */
export function packagesOf({ hasScience }: { hasScience: boolean }): readonly string[] {
  return hasScience ? packages : standard
}
