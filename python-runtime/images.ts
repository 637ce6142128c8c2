/** The images that a program may start from, the smallest first: each has all that those before it have. */
export const imageNames = ['standard', 'science'] as const
export type ImageName = (typeof imageNames)[number]

/** What an image has that none before it has. */
interface ImageContents {
  /** Packages by the names of their wheels. */
  packages: readonly string[]
  /** What programs import of them. */
  modules: readonly string[]
}

/** All packages that `standard` has no room for: those for science, after which it is named, and a few more. */
export const science: ImageContents = {
  packages: [
    'cloudpickle',
    'formulaic',
    'interface-meta',
    'joblib',
    'lxml',
    'patsy',
    'python-docx',
    'python-pptx',
    'scikit-learn',
    'scipy',
    'statsmodels',
    'threadpoolctl',
    'wrapt',
  ],
  modules: [
    'cloudpickle',
    'docx',
    'formulaic',
    'interface_meta',
    'joblib',
    'lxml',
    'patsy',
    'pptx',
    'scipy',
    'sklearn',
    'statsmodels',
    'threadpoolctl',
    'wrapt',
  ],
}

/** By how much more linear memory Python itself takes in `science` than in `standard`, rounded up. */
export const scienceMemoryBytes = 64 * 1024 * 1024
