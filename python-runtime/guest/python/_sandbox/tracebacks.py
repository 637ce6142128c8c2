"""Exceptions as Python prints them, with the program's lines and none of ours."""

import asyncio
import io
import itertools
import linecache
import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import Any

from _sandbox import deadline
from _sandbox.deadline import ExecutionTimeout
from _sandbox.isolation import attempt, message_of
from _sandbox.missing import hint_of
from _sandbox.text import cut, printable

FILENAME = '<code>'
"""What the program is called in tracebacks."""

MAX_NAME_CHARS = 200
MAX_MESSAGE_CHARS = 4_000
MAX_TRACEBACK_CHARS = 32_000
_MAX_RAISED_FRAMES = 2_000
"""Of a traceback: the innermost. More than Python recurses, so that a recursion is folded."""
_MAX_FRAMES = 200
"""Of a stack without an exception: the innermost."""

_Rendering = traceback.TracebackException
_walk = traceback.walk_stack
_ours = (os.path.dirname(sys._getframe().f_code.co_filename) + '/', deadline.PLACE)
_loop_folder = os.path.dirname(asyncio.run.__code__.co_filename) + '/'
_code: list[str] = []


def install(code: str) -> None:
    """Lets tracebacks and `inspect` find the program's lines."""
    _code[:] = io.StringIO(code, newline=None).readlines()
    _show_code()
    traceback.walk_stack = _walk_stack


def describe(error: BaseException) -> dict[str, Any]:
    """The error as the API tells it. Never fails, whatever the exception's class does."""
    message = message_of(error)
    hint = attempt('looking for a hint', hint_of, error)
    if hint is not None:
        message += f'{"" if message.endswith((".", "?")) else "."} {hint}'
        attempt('adding a hint', error.add_note, hint)
    text = _text_of(error)
    return {
        'type': _type_of(error),  # after the text, which the time may run out for
        'name': printable(cut(type(error).__name__, MAX_NAME_CHARS)),
        'message': printable(cut(message, MAX_MESSAGE_CHARS)),
        'traceback': printable(cut(text, MAX_TRACEBACK_CHARS)),
    }


def of_stack(frame: FrameType | None) -> str:
    """The lines that lead to a frame, as a traceback without its exception."""
    _show_code()
    walked = itertools.islice(_walk(frame), _MAX_FRAMES)
    stack = traceback.StackSummary.extract(reversed(list(walked)))
    stack[:] = _without_ours(stack)
    text = 'Traceback (most recent call last):\n' + ''.join(stack.format())
    return printable(cut(text, MAX_TRACEBACK_CHARS))


def _type_of(error: BaseException) -> str:
    # Whatever came of it, a program whose time was up has run out of time.
    if deadline.passed() is not None:
        return 'timeout'
    return 'memory' if _is_of_memory(error) else 'execution_error'


def _is_of_memory(error: BaseException) -> bool:
    # What no address reaches is another error to NumPy than what there is no room for.
    return isinstance(error, MemoryError) or (
        isinstance(error, ValueError) and message_of(error).startswith('array is too big;')
    )


def _text_of(error: BaseException) -> str:
    try:
        _show_code()
        rendering = _Rendering(
            type(error), error, error.__traceback__, limit=-_MAX_RAISED_FRAMES, compact=True
        )
        for part in _parts(rendering):
            part.stack[:] = _without_ours(part.stack)
        return ''.join(rendering.format())
    except ExecutionTimeout:
        raise
    except Exception:
        return f'{type(error).__name__}: {message_of(error)}\n'


def _walk_stack(f: FrameType | None) -> Iterator[tuple[FrameType, int]]:
    """As `traceback.walk_stack`, past our frames, so that a program's stack begins with itself."""
    frames = _walk(f or sys._getframe(1))
    return (step for step in frames if not step[0].f_code.co_filename.startswith(_ours))


def _show_code() -> None:
    # Without a time of change it is never looked for on the disk.
    linecache.cache[FILENAME] = (sum(map(len, _code)), None, _code, FILENAME)


def _parts(rendering: traceback.TracebackException) -> Iterator[traceback.TracebackException]:
    """The exception, and all that it came from or holds."""
    waiting = [rendering]
    while waiting:
        part = waiting.pop()
        yield part
        waiting += [chained for chained in (part.__cause__, part.__context__) if chained]
        waiting += part.exceptions or ()


def _without_ours(frames: Iterable[traceback.FrameSummary]) -> list[traceback.FrameSummary]:
    """Drops our frames, and those of the event loop that we started for a program that awaits."""
    kept = [frame for frame in frames if not frame.filename.startswith(_ours)]
    while kept and kept[0].filename.startswith(_loop_folder):
        del kept[0]
    return kept
