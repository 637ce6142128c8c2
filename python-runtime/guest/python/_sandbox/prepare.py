"""What a memory snapshot holds ready: the libraries that programs use most, warmed up."""

import gc
import importlib
import io
import linecache
import os
import re
import sys
from typing import Any

from _sandbox import execution, final_traceback  # noqa: F401 - the program's own runner is part of the snapshot

_STANDARD_LIBRARY = (
    'abc',
    'argparse',
    'array',
    'ast',
    'asyncio',
    'base64',
    'bisect',
    'calendar',
    'cmath',
    'collections',
    'contextlib',
    'copy',
    'csv',
    'dataclasses',
    'datetime',
    'decimal',
    'difflib',
    'enum',
    'fractions',
    'functools',
    'glob',
    'gzip',
    'hashlib',
    'heapq',
    'html',
    'inspect',
    'io',
    'itertools',
    'json',
    'logging',
    'math',
    'operator',
    'os',
    'pathlib',
    'pickle',
    'pprint',
    'random',
    're',
    'secrets',
    'shutil',
    'statistics',
    'string',
    'struct',
    'sys',
    'tempfile',
    'textwrap',
    'threading',
    'time',
    'traceback',
    'types',
    'typing',
    'unicodedata',
    'urllib.parse',
    'uuid',
    'warnings',
    'weakref',
    'zipfile',
    'zlib',
    'zoneinfo',
)

_SCIENCE = (
    'numpy',
    'numpy.fft',
    'numpy.linalg',
    'numpy.random',
    'numpy.ma',
    'numpy.polynomial',
    'pandas',
    'matplotlib.pyplot',
    'matplotlib.dates',
    'matplotlib.ticker',
    'mpl_toolkits.mplot3d',
    'PIL.Image',
    'PIL.PngImagePlugin',
    'PIL.JpegImagePlugin',
    '_sandbox.backend',
    '_sandbox.charts',
)


def prepare() -> None:
    """Imports and warms up the libraries, and leaves nothing behind that belongs to one process.

    Raises where a snapshot would not hold, such as with a file open. `execution.main()` works
    without this too; the libraries are then imported when a program does.
    """
    os.environ.update(MPLBACKEND='module://_sandbox.backend', MPLCONFIGDIR='/tmp/matplotlib')
    for name in (*_STANDARD_LIBRARY, *_SCIENCE):
        importlib.import_module(name)
    _warm_up_pandas()
    _warm_up_matplotlib()
    _forget()
    _refuse_open_files()
    gc.collect()
    gc.freeze()


def _warm_up_pandas() -> None:
    import pandas  # noqa: PLC0415

    from _sandbox import tables  # noqa: PLC0415

    tables.install()
    # The terminal's 80 columns, which pandas would fold or shorten a table to, do not exist here.
    pandas.set_option('display.width', 1_000)
    pandas.set_option('display.max_columns', 50)
    frame = pandas.read_csv(io.StringIO('day,x,y\n2024-01-01,1,a\n2024-01-02,2,b\n'))
    frame['day'] = pandas.to_datetime(frame['day'])
    repr(frame.groupby('y').agg({'x': 'mean'}))
    frame._repr_html_()


def _warm_up_matplotlib() -> None:
    from matplotlib import pyplot  # noqa: PLC0415

    from _sandbox import figures  # noqa: PLC0415

    figure, axes = pyplot.subplots()
    axes.plot([1, 2], [1, 2], label='line')
    axes.set(title='title', xlabel='x', ylabel='$x^2$')
    axes.legend()
    if 'png' not in figures.formats_of(figure):
        raise RuntimeError('the first figure could not be drawn')
    pyplot.close('all')


def _forget() -> None:
    """Empties caches that hold an open file, or a place or time of this process."""
    from matplotlib import font_manager, mathtext  # noqa: PLC0415

    font_manager._get_font.cache_clear()
    mathtext.MathTextParser._parse_cached.cache_clear()
    re.purge()
    linecache.clearcache()
    for module in list(sys.modules.values()):
        getattr(module, '__dict__', {}).pop('__warningregistry__', None)
    gc.collect()


def _refuse_open_files() -> None:
    still_open: list[Any] = []
    for descriptor in range(3, 64):
        try:
            still_open.append((descriptor, os.fstat(descriptor)))
        except OSError:
            continue
    if still_open:
        raise RuntimeError(f'a snapshot cannot hold open files: {still_open}')
