"""What a program may use in place of a module that is not there, by what the module is for."""

import importlib.util

# The module that does it here, and what people import for the same purpose.
_BY_PURPOSE = {
    'PIL': 'Pillow pillow cv2 skimage imageio moviepy wand imageai pyvips',
    'matplotlib': """
        folium gradio ipympl pandas_profiling plotnine pygame streamlit tkinter turtle vispy
        wordcloud ydata_profiling
    """,
    'plotly': 'altair bokeh cufflinks dash holoviews hvplot kaleido pyecharts pygal',
    'reportlab': 'borb pdfkit pylatex rst2pdf weasyprint xhtml2pdf',
    'pypdf': """
        camelot fitz pdfminer pdfplumber pikepdf pymupdf pypdfium2 PyPDF2 PyPDF3 PyPDF4 tabula
    """,
    'pandas': 'cudf dask fireducks modin polars pyspark swifter tablib talib vaex xarray',
    'sqlite3': 'aiosqlite duckdb mysql peewee psycopg psycopg2 pymysql pyodbc sqlalchemy sqlmodel',
    'numpy': """
        cupy h5py jax keras lightgbm numba numexpr pytorch_lightning scipy sklearn statsmodels
        tables tensorflow theano torch xgboost zarr netCDF4
    """,
    'sympy': 'sage symengine',
    'sympy.physics.units': 'astropy pint',
    'sympy.geometry': 'shapely',
    'networkx': 'graph_tool graphviz igraph networkit pydot pygraphviz pyvis rustworkx',
    'openpyxl': 'ezodf pyxlsb win32com xlrd xlsxwriter xlwings xlwt',
    'zipfile': 'docx docx2txt pptx py7zr rarfile',
    'xml.etree.ElementTree': 'untangle xmlschema',
    'markdown': 'commonmark markdown2 markdown_it mistune',
    'bs4': 'lxml scrapy pyquery parsel selectolax html2text markdownify',
    'html.parser': 'bleach',
    'json': 'orjson simplejson ujson rapidjson demjson jsonlines nbformat',
    'tomllib': 'toml tomli tomlkit',
    'configparser': 'configobj',
    'yaml': 'ruamel oyaml',
    're': 'nltk regex parse spacy textblob',
    'difflib': 'Levenshtein fuzzywuzzy jellyfish rapidfuzz textdistance thefuzz',
    'os': 'decouple dotenv environs',
    'dataclasses': 'attr attrs cattrs marshmallow msgspec pydantic',
    'datetime': 'arrow ciso8601 delorean maya pendulum',
    'zoneinfo': 'tzlocal',
    'calendar': 'holidays',
    'random': 'faker mimesis',
    'itertools': 'boltons cytoolz more_itertools toolz',
    'bisect': 'sortedcontainers',
    'array': 'bitarray bitstring',
    'pickle': 'cloudpickle dill joblib',
    'compression.zstd': 'zstandard pyzstd',
    'zlib': 'brotli lz4 snappy',
    'hashlib': 'argon2 bcrypt passlib xxhash',
    'hmac': 'itsdangerous jose jwt',
    'secrets': 'Crypto Cryptodome cryptography nacl',
    'unicodedata': 'emoji ftfy unidecode',
    'argparse': 'click docopt fire typer',
    'logging': 'loguru structlog',
    'unittest': 'nose pytest',
    'timeit': 'line_profiler memory_profiler pyinstrument snakeviz',
    'tabulate': 'prettytable rich terminaltables texttable',
    'asyncio': 'anyio curio gevent trio uvloop',
    'mpmath': 'gmpy2',
    'wave': 'librosa pydub simpleaudio soundfile',
    'email': 'imapclient',
    'tqdm': 'alive_progress progressbar',
    'math': 'geopy haversine',
    'jinja2': 'chevron mako',
}
_NEAREST = {name: near for near, names in _BY_PURPOSE.items() for name in names.split()}

_OF_SCIENCE = """
    cloudpickle docx formulaic interface_meta joblib lxml patsy pptx scipy sklearn statsmodels
    threadpoolctl wrapt
"""
OF_SCIENCE = frozenset(_OF_SCIENCE.split())
"""What is imported of the packages of the image `science` (`python-runtime/images.ts`)."""

# Packages that are imported under another name.
_IMPORTED_AS = {
    'attrs': 'attr',
    'beautifulsoup4': 'bs4',
    'charset-normalizer': 'charset_normalizer',
    'opencv-contrib-python': 'cv2',
    'opencv-python': 'cv2',
    'opencv-python-headless': 'cv2',
    'pillow': 'PIL',
    'pycryptodome': 'Crypto',
    'pyjwt': 'jwt',
    'pymupdf': 'fitz',
    'pypdf2': 'PyPDF2',
    'python-dateutil': 'dateutil',
    'python-docx': 'docx',
    'python-dotenv': 'dotenv',
    'python-levenshtein': 'Levenshtein',
    'python-pptx': 'pptx',
    'pyyaml': 'yaml',
    'scikit-image': 'skimage',
    'scikit-learn': 'sklearn',
    'ta-lib': 'talib',
}


def nearest_to(module: str) -> str | None:
    """What is there for the purpose of a module that is not; `None` if nothing is."""
    near = _NEAREST.get(module) or _NEAREST.get(module.lower())
    return near if near is not None and is_there(near) else None


def imported_as(package: str) -> str:
    """The name to import a package by, which has the name that installers know it by."""
    return _IMPORTED_AS.get(package.lower().replace('_', '-')) or package.replace('-', '_')


def is_there(module: str) -> bool:
    """Whether the package of a module is there; none of its code is run."""
    try:
        return importlib.util.find_spec(module.partition('.')[0]) is not None
    except ImportError, ValueError:
        return False


def is_known(module: str) -> bool:
    """Whether the name is one that people import, and so more than a word of a message."""
    return module in _NEAREST
