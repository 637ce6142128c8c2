"""Lets one part fail without the rest."""

import os
from collections.abc import Callable

from _sandbox.deadline import ExecutionTimeout

_MAX_REASON_CHARS = 500
_STDERR = 2
_write = os.write


def attempt[**P, T](what: str, step: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
    """The step's value, or `None` and a line on stderr if it failed. A time-out passes through."""
    try:
        return step(*args, **kwargs)
    except ExecutionTimeout:
        raise
    except Exception as error:
        warn(f'{what} failed: {reason(error)}')
        return None


def warn(message: str) -> None:
    """Tells the program's author on stderr, whatever became of `sys.stderr`."""
    try:
        _write(_STDERR, f'{message}\n'.encode(errors='backslashreplace'))
    except OSError:
        return


def reason(error: BaseException) -> str:
    """An exception in one line, even one whose `__str__` fails."""
    return f'{type(error).__name__}: {message_of(error)}'[:_MAX_REASON_CHARS]


def message_of(error: BaseException) -> str:
    """The exception's text; a broken `__str__` costs only the text."""
    try:
        return str(error)
    except ExecutionTimeout:
        raise
    except Exception:
        return '<no message: its __str__ failed>'
