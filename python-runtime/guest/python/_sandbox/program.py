"""The program: compiled and run as `__main__`, with the value of its last expression."""

import ast
import asyncio
import builtins
import inspect
import sys
from _sitebuiltins import Quitter
from types import CodeType, ModuleType
from typing import Any

from _sandbox import display
from _sandbox.tracebacks import FILENAME

_FLAGS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
_parse_flags = _FLAGS | ast.PyCF_ONLY_AST


def run(code: str) -> None:
    """Runs the program and displays the value of its last expression.

    As in a notebook, `None` is not displayed, nor anything if a semicolon ends the program. What
    the program raises, this raises.
    """
    namespace = _new_main().__dict__
    parts = _compile(code)
    value = None
    if any(part.co_flags & inspect.CO_COROUTINE for part in parts):
        value = asyncio.run(_evaluate_in_loop(parts, namespace))
    else:
        for part in parts:
            value = eval(part, namespace)
    if value is not None:
        display.show(value, is_main_result=True)


async def _evaluate_in_loop(parts: list[CodeType], namespace: dict[str, Any]) -> Any:
    value = None
    for part in parts:
        value = eval(part, namespace)
        if part.co_flags & inspect.CO_COROUTINE:
            value = await value
    return value


def _new_main() -> ModuleType:
    """A module of its own, so that classes can be pickled and type hints found."""
    module = ModuleType('__main__')
    module.__dict__.update(__builtins__=builtins, __file__=FILENAME)
    sys.modules['__main__'] = module
    for name in ('exit', 'quit'):
        setattr(builtins, name, Quitter(name, 'the end of the program'))
    return module


def _compile(code: str) -> list[CodeType]:
    """The statements, whose value is `None`, and the last expression if it is to be displayed."""
    tree = compile(code, FILENAME, 'exec', _parse_flags, dont_inherit=True, optimize=0)
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr) or _ends_in_semicolon(code, last):
        return [_code_of(tree, 'exec')]
    del tree.body[-1]
    return [_code_of(tree, 'exec'), _code_of(ast.Expression(last.value), 'eval')]


def _code_of(tree: ast.Module | ast.Expression, mode: str) -> CodeType:
    code: CodeType = compile(tree, FILENAME, mode, _FLAGS, dont_inherit=True, optimize=0)
    return code


def _ends_in_semicolon(code: str, statement: ast.Expr) -> bool:
    lines = code.replace('\r\n', '\n').replace('\r', '\n').split('\n')
    after = lines[(statement.end_lineno or 1) - 1].encode()[statement.end_col_offset :]
    return after.lstrip().startswith(b';')
