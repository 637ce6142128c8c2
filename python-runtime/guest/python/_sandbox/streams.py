"""Standard input and output as a program expects them, without input."""

import builtins
import io
import sys
from typing import Any

_read_line = builtins.input


def install() -> None:
    """Gives the program fresh streams, whatever the interpreter had when it was frozen."""
    sys.stdin = sys.__stdin__ = _named(io.BufferedReader(io.FileIO(0, closefd=False)), '<stdin>')
    sys.stdout = sys.__stdout__ = _output(1, '<stdout>')
    sys.stderr = sys.__stderr__ = _output(2, '<stderr>')
    builtins.input = _input


def flush() -> None:
    """Writes what the program left in the buffers of streams of its own."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not getattr(stream, 'closed', False):
            stream.flush()


def flush_plain() -> None:
    """The same for Python's own kind of stream only, whose flushing runs no code of the program."""
    for stream in (sys.stdout, sys.stderr):
        if type(stream) is io.TextIOWrapper and not stream.closed:
            stream.flush()


def _output(descriptor: int, name: str) -> io.TextIOWrapper:
    # Unbuffered: what was printed is with the kernel even when the sandbox is killed next.
    # A lone surrogate is printed as its escape; printing never fails because of a character.
    raw = io.FileIO(descriptor, 'w', closefd=False)
    return _named(raw, name, errors='backslashreplace', write_through=True)


def _named(binary: Any, name: str, **options: Any) -> io.TextIOWrapper:
    raw = getattr(binary, 'raw', binary)
    raw.name = name
    stream = io.TextIOWrapper(binary, 'utf-8', **options)
    stream.mode = 'r' if raw.readable() else 'w'
    return stream


def _input(prompt: object = '', /) -> str:
    """Read a line from `sys.stdin`; the sandbox's own has none, which `EOFError` says."""
    try:
        return _read_line(prompt)
    except EOFError:
        if sys.stdin is not sys.__stdin__:
            raise
    raise EOFError('input() has nothing to read: a program in this sandbox gets no standard input')
