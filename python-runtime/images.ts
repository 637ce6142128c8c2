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
    'joblib',
    'lxml',
    'python-docx',
    'python-pptx',
    'scikit-learn',
    'scipy',
    'threadpoolctl',
  ],
  modules: ['cloudpickle', 'docx', 'joblib', 'lxml', 'pptx', 'scipy', 'sklearn', 'threadpoolctl'],
}

/** By how much more linear memory Python itself takes in `science` than in `standard`, rounded up. */
export const scienceMemoryBytes = 64 * 1024 * 1024
