import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { science } from '../../../python-runtime/images.ts'
import lock from '../../../python-runtime/wheels/wheels.lock.json'
import { runPython } from '../../support/run-python.ts'
import recorded from './native/imports.json'

/** What `docs/packages.md` says is not there. */
const leftOut = [
  // Other processes, threads with an interpreter each, terminals, users and installers: the sandbox has none.
  /^(concurrent\.futures\.interpreter|concurrent\.interpreters)/,
  /^multiprocessing\.(\w*forkserver|resource_tracker|shared_memory|synchronize)$/,
  /^(curses|ensurepip|grp|pwd|syslog|venv)\b/,
  /^_pyrepl\.(?!pager$|utils$)/,
  // A database in C; `dbm.dumb` and `dbm.sqlite3` are there.
  /^dbm\.ndbm$/,
  // For other platforms, and Debian's own.
  /^(_aix|_android|_apple|_ios|_osx)_support$/,
  /^sitecustomize$/,
  // Twice there: in C too, which is what programs get.
  /^(_pydecimal|zoneinfo\._zoneinfo)$/,
  // The texts of `help('if')`.
  /^pydoc_data\b/,
  // In C for speed; the pure Python beside it is used.
  /^(markupsafe\._speedups|_yaml|yaml\.(_yaml|cyaml)|wrapt\._wrappers)$/,
  // Formats and colour profiles that need more libraries.
  /^PIL\._(avif|imagingcms)$/,
  // Tools for fonts.
  /^fontTools\.(merge|mtiLib|ufoLib|voltLib|varLib\.(avar|interpolat\w*))\b/,
  // Other backends, and the documentation's tools.
  /^matplotlib\.(backends\.(backend_webagg_core|qt_editor)|sphinxext)$/,
  // For other kinds of tables.
  /^narwhals\._(arrow|dask|duckdb|ibis|polars|spark_like|sql)\b/,
  // Samples.
  /^reportlab\.graphics\.samples\b/,
  // Headers of C.
  /^lxml\.includes\.\w+$/,
  // Compilers, and what NumPy's tests test it by.
  /^numpy\.(f2py|_pyinstaller|random\._examples)\b/,
  /^numpy\._core\.(_\w+_tests|_simd)$/,
  // Processes of joblib, which goes on without them.
  /^joblib\.(_memmapping_reducer|executor|externals\.loky|pool)\b/,
  // In Fortran, what SciPy's tests test it by, and what builds scikit-learn.
  /^scipy\.odr\b/,
  /^scipy\.(_lib|integrate|ndimage|special)\._(test|ctest|cytest)\w*$/,
  /^sklearn\.(_build_utils\.version|externals\.conftest)$/,
  // Benchmarks, parsers that need ANTLR, windows, and the tables of Galois groups.
  /^sympy\.(\w+\.)*benchmarks\b/,
  /^sympy\.(parsing\.(autolev|latex\._antlr)|plotting\.pygletplot\.|polys\.numberfields\.resolvent_lookup)/,
]

/** Some modules of the last three are for lxml. */
const ofScience = [...science.modules, 'bs4', 'defusedxml', 'html5lib']

const program = await readFile(join(import.meta.dirname, 'native/import_all.py'), 'utf8')
const Failures = z.record(z.string(), z.string())
const groups = Object.entries(recorded.groups)
const failed: string[] = []

it('is compared with the packages that the image has', () => {
  expect(recorded.packages).toEqual(lock.map(({ name, version }) => ({ name, version })))
})

it.each(groups)('imports every module as native CPython does: %s', async (group, native) => {
  const call = `report(${JSON.stringify(native.modules)})`
  // By which the program gets the image that has them.
  const first = ofScience.includes(group) ? 'import scipy' : ''
  const { stdout, error } = await runPython(`${program}\n${first}\n${call}`)
  expect(error).toBeNull()

  const failures = Object.entries(Failures.parse(JSON.parse(stdout)))
  failed.push(...failures.map(([name]) => name))
  const unexpected = failures.filter(
    ([name]) => !(name in native.failures) && !leftOut.some((modules) => modules.test(name)),
  )
  expect(unexpected).toEqual([])
})

it('names nothing as missing that is there', () => {
  const idle = leftOut.filter((modules) => !failed.some((name) => modules.test(name)))
  expect(idle).toEqual([])
})
