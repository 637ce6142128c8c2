"""What a memory snapshot holds ready: the libraries that programs use most, warmed up."""

import gc
import importlib
import io
import linecache
import os
import re
import sys
from typing import Any

# The program's own runner is part of the snapshot, and what it puts in the place of others' parts.
from _sandbox import execution, final_traceback, pools, teardown  # noqa: F401

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

_STACK = (
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

_SCIENCE = (
    'scipy.stats',
    'scipy.optimize',
    'sklearn.cluster',
    'sklearn.ensemble',
    'sklearn.linear_model',
    'sklearn.metrics',
    'sklearn.model_selection',
)
"""What the image `science` has imported beside."""

_WARM_ROUNDS = 3
"""CPython puts a specialized instruction in the place of one that it has met some times."""

_SMALL = (3, 2)
"""The size of a figure that need not be seen, in inches: memory that was once taken stays taken."""


def prepare(image: str = 'standard') -> None:
    """Imports and warms up the libraries, and leaves nothing behind that belongs to one process.

    Raises where a snapshot would not hold, such as with a file open. `execution.main()` works
    without this too; the libraries are then imported when a program does.
    """
    os.environ.update(MPLBACKEND='module://_sandbox.backend', MPLCONFIGDIR='/tmp/matplotlib')
    for name in (*_STANDARD_LIBRARY, *_STACK):
        importlib.import_module(name)
    _warm_up_pandas()
    _warm_up_matplotlib()
    if image == 'science':
        _warm_up_science()
    _forget()
    _refuse_open_files()
    teardown.remember_modules()
    gc.collect()
    gc.freeze()


def _warm_up_pandas() -> None:
    import pandas  # noqa: PLC0415

    from _sandbox import tables  # noqa: PLC0415

    tables.install()
    # The terminal's 80 columns, which pandas would fold or shorten a table to, do not exist here.
    pandas.set_option('display.width', 1_000)
    pandas.set_option('display.max_columns', 50)
    for _ in range(_WARM_ROUNDS):
        frame = pandas.read_csv(io.StringIO('day,x,y\n2024-01-01,1,a\n2024-01-02,2,b\n'))
        frame['day'] = pandas.to_datetime(frame['day'])
        repr(frame.groupby('y').agg({'x': 'mean'}))
        repr(frame.describe())
        frame._repr_html_()


def _warm_up_science() -> None:
    import numpy  # noqa: PLC0415

    for name in _SCIENCE:
        importlib.import_module(name)
    from _sandbox import long_arguments  # noqa: PLC0415

    long_arguments.install()
    import scipy.optimize  # noqa: PLC0415
    import scipy.stats  # noqa: PLC0415
    from sklearn.linear_model import LinearRegression  # noqa: PLC0415
    from sklearn.metrics import r2_score  # noqa: PLC0415
    from sklearn.model_selection import train_test_split  # noqa: PLC0415

    for _ in range(_WARM_ROUNDS):
        x = numpy.linspace(0, 1, 40).reshape(-1, 1)
        y = 2 * x[:, 0] + 1
        x_train, x_test, y_train, y_test = train_test_split(x, y, random_state=0)
        r2_score(y_test, LinearRegression().fit(x_train, y_train).predict(x_test))
        scipy.stats.ttest_ind(y_train, y_test)
        scipy.optimize.curve_fit(lambda at, a, b: a * at + b, x[:, 0], y)


def _warm_up_matplotlib() -> None:
    from matplotlib import pyplot  # noqa: PLC0415

    from _sandbox import figures  # noqa: PLC0415

    for _ in range(_WARM_ROUNDS):
        _draw_lines(pyplot)
        _draw_kinds(pyplot)
        for number in pyplot.get_fignums():
            if 'png' not in figures.formats_of(pyplot.figure(number)):
                raise RuntimeError('a figure could not be drawn')
        pyplot.savefig(io.BytesIO())
        pyplot.close('all')
        gc.collect()


def _draw_lines(pyplot: Any) -> None:
    import numpy  # noqa: PLC0415
    import pandas  # noqa: PLC0415

    x = numpy.linspace(0, 10, 50)
    frame = pandas.DataFrame({'sin': numpy.sin(x), 'cos': numpy.cos(x)}, index=x)
    pyplot.figure(figsize=_SMALL)
    pyplot.plot(frame.index, frame['sin'], label='sin')
    pyplot.plot(x, numpy.cos(x), 'o--', color='red', label='cos')
    pyplot.title('title')
    pyplot.xlabel('x')
    pyplot.ylabel('$x^2$')
    pyplot.grid(visible=True, alpha=0.3)
    pyplot.legend()
    pyplot.tight_layout()


def _draw_kinds(pyplot: Any) -> None:
    figure, (left, right) = pyplot.subplots(1, 2, figsize=_SMALL)
    bars = left.bar(['a', 'b', 'c'], [3, 1, 2])
    left.bar_label(bars)
    left.text(0, 1, 'text')
    left.tick_params(axis='x', rotation=45)
    right.scatter([1, 2, 3], [3, 2, 1], c=[1, 2, 3], s=20)
    right.hist([1, 1, 2, 3], bins=3, alpha=0.5)
    right.axhline(1)
    figure.suptitle('figures')
    pyplot.tight_layout()


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
