"""Imports modules, in the sandbox for the test and natively for the record.

Who runs this appends the call of `report`.
"""

import contextlib
import importlib
import io
import json
import sys
import warnings


def failure_of(name: str) -> str | None:
    """The exception that importing a module ends with, in one line; None if there is none."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            importlib.import_module(name)
    except BaseException as error:
        return f'{type(error).__name__}: {error}'.partition('\n')[0][:200]
    return None


def report(names: list[str]) -> None:
    """Imports one after another, and prints as JSON what came of those that failed."""
    warnings.simplefilter('ignore')
    json.dump({name: why for name in names if (why := failure_of(name))}, sys.stdout)
