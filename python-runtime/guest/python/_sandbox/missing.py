"""What to say of modules, files and commands that the sandbox does not have."""

import difflib
import os
import sys

from _sandbox import network

_NEAREST = {
    'altair': 'matplotlib',
    'bokeh': 'matplotlib',
    'cv2': 'PIL',
    'dask': 'pandas',
    'docx': 'zipfile',
    'geopandas': 'pandas',
    'imageio': 'PIL',
    'jax': 'numpy',
    'lxml': 'bs4',
    'plotly': 'matplotlib',
    'polars': 'pandas',
    'ruamel': 'yaml',
    'scipy': 'numpy',
    'skimage': 'PIL',
    'sklearn': 'numpy',
    'statsmodels': 'numpy',
    'tensorflow': 'numpy',
    'torch': 'numpy',
    'xlrd': 'openpyxl',
    'xlsxwriter': 'openpyxl',
}
_NEEDS_NETWORK = {'aiohttp', 'httpx', 'openai', 'requests', 'selenium', 'urllib3', 'yfinance'}
_NEEDS_INSTALLER = {'micropip', 'pip'}


def hint_of(error: BaseException) -> str | None:
    """What would be right instead, of modules, files of the web, and IPython's commands."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        return _hint_of_module(error.name.partition('.')[0])
    if isinstance(error, FileNotFoundError) and '://' in str(error):
        return network.ADVICE
    if isinstance(error, SyntaxError) and (error.text or '').lstrip().startswith(('!', '%')):
        return 'This is plain Python, without the ! and % commands of notebooks.'
    return None


def _hint_of_module(name: str) -> str | None:
    if name in _NEEDS_NETWORK:
        return network.ADVICE
    if name in _NEEDS_INSTALLER:
        return 'The sandbox has no network: nothing can be installed in it.'
    available = _available()
    if name in available:
        return None
    nearest = _NEAREST.get(name) or next(iter(difflib.get_close_matches(name, available, 1)), None)
    hint = f'The sandbox has no module {name!r}, and nothing can be installed in it.'
    return hint if nearest is None else f'{hint} The nearest that it has is {nearest!r}.'


def _available() -> set[str]:
    """The modules that a program can import, but for those that are somebody's inside."""
    installed = (entry.partition('.')[0] for path in sys.path for entry in _entries(path))
    return {name for name in (*installed, *sys.stdlib_module_names) if not name.startswith('_')}


def _entries(path: str) -> list[str]:
    try:
        return os.listdir(path)
    except OSError:
        return []
