"""The text of a program, evaluated: its statements, and the expression that it ends in."""

import ast
import asyncio
import inspect
import io
from collections.abc import Mapping
from types import CodeType
from typing import Any

from _sandbox import notebook
from _sandbox.tracebacks import FILENAME

_FLAGS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
_parse_flags = _FLAGS | ast.PyCF_ONLY_AST


def evaluate(code: str, namespace: dict[str, Any], local: Mapping[str, Any] | None = None) -> Any:
    """Runs the code, and gives the value of its last expression.

    As in a notebook, it is `None` if a semicolon ends the code. What the code raises, this raises.
    """
    try:
        parts = _compile(code, namespace)
    except SyntaxError as error:
        # What is found after parsing is shown by its line in a file, and this code is in none.
        if error.text is None and error.lineno is not None:
            lines = io.StringIO(code, newline=None).readlines()
            error.text = ''.join(lines[error.lineno - 1 : error.lineno]) or None
        raise
    if any(part.co_flags & inspect.CO_COROUTINE for part in parts):
        return asyncio.run(_evaluate_in_loop(parts, namespace, local))
    value = None
    for part in parts:
        value = eval(part, namespace, local)
    return value


async def _evaluate_in_loop(
    parts: list[CodeType], namespace: dict[str, Any], local: Mapping[str, Any] | None
) -> Any:
    value = None
    for part in parts:
        value = eval(part, namespace, local)
        if part.co_flags & inspect.CO_COROUTINE:
            value = await value
    return value


def _compile(code: str, namespace: dict[str, Any]) -> list[CodeType]:
    """The statements, whose value is `None`, and the last expression if it is to be displayed."""

    def parsed(text: str) -> ast.Module:
        if 'get_ipython' in text:
            namespace.setdefault('get_ipython', _get_ipython)
        tree: ast.Module = compile(
            text, FILENAME, 'exec', _parse_flags, dont_inherit=True, optimize=0
        )
        return tree

    return _parts_of(notebook.parse(code, parsed), code)


def _parts_of(tree: ast.Module, code: str) -> list[CodeType]:
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr) or _ends_in_semicolon(code, last):
        return [_code_of(tree, 'exec')]
    del tree.body[-1]
    return [_code_of(tree, 'exec'), _code_of(ast.Expression(last.value), 'eval')]


def _get_ipython() -> Any:
    from IPython import get_ipython  # noqa: PLC0415 - seldom needed, and not in the snapshot

    return get_ipython()


def _code_of(tree: ast.Module | ast.Expression, mode: str) -> CodeType:
    code: CodeType = compile(tree, FILENAME, mode, _FLAGS, dont_inherit=True, optimize=0)
    return code


def _ends_in_semicolon(code: str, statement: ast.Expr) -> bool:
    lines = code.replace('\r\n', '\n').replace('\r', '\n').split('\n')
    after = lines[(statement.end_lineno or 1) - 1].encode()[statement.end_col_offset :]
    return after.lstrip().startswith(b';')
