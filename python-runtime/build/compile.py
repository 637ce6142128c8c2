"""Compiles the files named in /compile/paths to bytecode, as they will lie in the image.

The bytecode names the file by its path in the image, and says that it need not be compared with a
source. Asserts stay: libraries rely on them. Docstrings go where nothing is made of them.
"""

import ast
import importlib.util
import marshal
import os

UNCHECKED_HASH = (0b01).to_bytes(4, 'little')
NO_SOURCE_HASH = bytes(8)

KEEP_DOCSTRINGS = (
    'lib/python3.14/site-packages/mpmath/',
    'lib/python3.14/site-packages/seaborn/',
    'lib/python3.14/site-packages/sympy/',
)
"""Packages that add to their docstrings, or show them to users as the names of what they define."""

ASSERTS_OF_DOCSTRINGS = ('lib/python3.14/site-packages/numpy/ma/core.py',)
"""Files whose asserts say what the docstrings of others must hold."""

DROP_ANNOTATIONS = ('lib/python3.14/site-packages/pandas/',)
"""Packages whose functions have annotations for type checkers only: a twentieth of the memory."""

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DOCUMENTED = (ast.Module, ast.ClassDef, *FUNCTIONS)


def compile_file(path: str) -> None:
    """Writes the bytecode of one source. Raises `SyntaxError` for what is no Python."""
    with open(f'/compile/source/{path}', 'rb') as file:
        source = file.read()
    tree = ast.parse(source, f'/{path}')
    if not path.startswith(KEEP_DOCSTRINGS):
        drop_docstrings(tree)
    if path.startswith(DROP_ANNOTATIONS):
        drop_annotations(tree)
    optimize = 1 if path in ASSERTS_OF_DOCSTRINGS else 0
    code = compile(tree, f'/{path}', 'exec', dont_inherit=True, optimize=optimize)
    target = f'/compile/bytecode/{path}c'
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, 'wb') as file:
        file.write(importlib.util.MAGIC_NUMBER + UNCHECKED_HASH + NO_SOURCE_HASH)
        file.write(marshal.dumps(code))


def drop_docstrings(tree: ast.Module) -> None:
    """Takes the docstrings out, as optimization level 2 does, which would take the asserts too."""
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            node.body[:1] = [] if len(node.body) > 1 else [ast.Pass(lineno=1, col_offset=0)]


def drop_annotations(tree: ast.Module) -> None:
    """Takes those of functions out; those of classes may be what a dataclass is made of."""
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, FUNCTIONS):
            node.returns = None


with open('/compile/paths', encoding='utf-8') as paths:
    for line in paths.read().splitlines():
        try:
            compile_file(line)
        except (SyntaxError, RecursionError) as error:
            print(f'{line} is left as source: {error}', flush=True)
