"""What does here what a library wants another package for, by the function that was called."""

from collections.abc import Iterator
from types import TracebackType

_NO_COLUMNS = (
    'Parquet, Feather and ORC cannot be read or written here; CSV, .xlsx, JSON, SQLite can.'
)
_NO_HDF = 'HDF5 cannot be read or written here; CSV, pickle and numpy.savez can.'
_CONNECTION = 'Give it sqlite3.connect(path) in place of a URL.'
_LAPLACIAN = (
    'In its place: A = nx.to_numpy_array(G); L = numpy.diag(A.sum(axis=1)) - A; '
    'numpy.linalg.eigvalsh(L), numpy.linalg.pinv(L).'
)
_CORRELATION = (
    "Spearman's of two series is a.rank().corr(b.rank()); of a table, df.corr(method='spearman') "
    "works. Kendall's, without ties: s = numpy.sign(x[:, None] - x) * numpy.sign(y[:, None] - y); "
    's.sum() / (len(x) * (len(x) - 1)).'
)
_BY_FUNCTION = {
    'bs4': {'__init__': "Use BeautifulSoup(text, 'html.parser')."},
    'networkx': {
        'adjacency_matrix': 'Use nx.to_numpy_array(G).',
        'adjacency_spectrum': 'Use numpy.linalg.eigvals(nx.to_numpy_array(G)).',
        'algebraic_connectivity': f'{_LAPLACIAN} It is the second smallest eigenvalue.',
        'eigenvector_centrality_numpy': 'Use nx.eigenvector_centrality(G).',
        'fiedler_vector': _LAPLACIAN,
        'hits': 'In its place: from networkx.algorithms.link_analysis.hits_alg '
        'import _hits_python; _hits_python(G).',
        'kamada_kawai_layout': 'Use nx.spring_layout(G), from 500 nodes nx.forceatlas2_layout(G).',
        'katz_centrality_numpy': 'Use nx.katz_centrality(G).',
        'laplacian_matrix': _LAPLACIAN,
        'laplacian_spectrum': _LAPLACIAN,
        'minimum_weight_full_matching': 'Use nx.min_weight_matching(G).',
        'pagerank': 'In its place: from networkx.algorithms.link_analysis.pagerank_alg '
        'import _pagerank_python; _pagerank_python(G).',
        'pydot_layout': 'Use nx.spring_layout(G), or nx.bfs_layout(G, root) for a tree.',
        'pygraphviz_layout': 'Use nx.spring_layout(G), or nx.bfs_layout(G, root) for a tree.',
        'spectral_layout': 'Use nx.forceatlas2_layout(G).',
        'spring_layout': 'From 500 nodes use nx.forceatlas2_layout(G) or nx.circular_layout(G), '
        'and give it to nx.draw as pos.',
        'to_agraph': 'Use nx.write_gml(G, path).',
        'to_pydot': 'Use nx.write_gml(G, path).',
        'to_scipy_sparse_array': 'Use nx.to_numpy_array(G).',
    },
    'pandas': {
        '_make_plot': 'seaborn.kdeplot(values) draws a density without SciPy.',
        'corr': _CORRELATION,
        'corrwith': _CORRELATION,
        'interpolate': "method='linear' needs no SciPy. For a smooth curve: "
        'numpy.polynomial.Polynomial.fit(x, y, degree) through what is known.',
        'pandasSQL_builder': _CONNECTION,
        'read_feather': _NO_COLUMNS,
        'read_hdf': _NO_HDF,
        'read_html': "Leave flavor out, or give it flavor='bs4'.",
        'read_orc': _NO_COLUMNS,
        'read_parquet': _NO_COLUMNS,
        'read_spss': "SPSS files cannot be read here; Stata's and SAS' can.",
        'read_xml': "Give it parser='etree'.",
        'rolling': 'In its place: rolling(n).apply('
        'lambda x: numpy.average(x, weights=numpy.hanning(n + 2)[1:-1]), raw=True).',
        'to_feather': _NO_COLUMNS,
        'to_hdf': _NO_HDF,
        'to_orc': _NO_COLUMNS,
        'to_parquet': _NO_COLUMNS,
        'to_xml': "Give it parser='etree'.",
    },
    'seaborn': {
        'clustermap': 'seaborn.heatmap draws a table in its own order.',
        'fit_regression': 'numpy.polyfit fits a line without lowess, robust and logistic.',
    },
    'sympy': {
        'lambdify': "Give it 'numpy' or 'mpmath' as the module.",
        'parse_latex': 'Use sympy.sympify with an expression of Python.',
        'preview': 'display(expression) shows it as LaTeX.',
        'sample_iter': "Give it library='numpy'.",
    },
}

_BY_MODULE = {
    'fastparquet': _NO_COLUMNS,
    'fsspec': 'The sandbox has no network: such addresses cannot be read.',
    'google': 'Files of the request are in /mnt/data, and what is written there is given to the '
    'user: there is nothing to upload, download or mount.',
    'numba': 'Leave the engine out.',
    'numexpr': 'Leave the engine out.',
    'pyarrow': "pandas' own types need no pyarrow: 'str', 'Int64', 'category'.",
    'python_calamine': 'Leave the engine out.',
    'sqlalchemy': _CONNECTION,
    'tables': _NO_HDF,
    'zstandard': "In its place: compression.zstd.open(path, 'rt') gives pandas a file to read.",
    '_multiprocessing': 'There are no processes in this sandbox: call the functions in turn, or '
    'use Pool.map; between them, queue.Queue and plain variables do.',
}


def substitute_of(module: str, traceback: TracebackType | None) -> str | None:
    """What to write in place of what needs the module, or `None`."""
    for package, function in _calls(traceback):
        advice = _BY_FUNCTION.get(package, {}).get(function)
        if advice is not None:
            return advice
    return _BY_MODULE.get(module)


def _calls(traceback: TracebackType | None) -> Iterator[tuple[str, str]]:
    """The functions of libraries that were called, the outermost first."""
    while traceback is not None:
        frame = traceback.tb_frame
        module = frame.f_globals.get('__name__')
        if isinstance(module, str):
            yield module.partition('.')[0], frame.f_code.co_name
        traceback = traceback.tb_next


def is_substituted(module: str) -> bool:
    """Whether the name is that of a package which something here is in the place of."""
    return module in _BY_MODULE
