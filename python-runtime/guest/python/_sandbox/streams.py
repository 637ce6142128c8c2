"""Standard input and output as a program expects them, without input."""

import builtins
import io
import sys
from typing import NoReturn


def install() -> None:
    """Gives the program fresh streams, whatever the interpreter had when it was frozen."""
    sys.stdin = sys.__stdin__ = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)))
    sys.stdout = sys.__stdout__ = _output(1)
    sys.stderr = sys.__stderr__ = _output(2)
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


def _output(descriptor: int) -> io.TextIOWrapper:
    # Unbuffered: what was printed is with the kernel even when the sandbox is killed next.
    # A lone surrogate is printed as its escape; printing never fails because of a character.
    raw = io.FileIO(descriptor, 'w', closefd=False)
    return io.TextIOWrapper(raw, 'utf-8', 'backslashreplace', write_through=True)


def _input(prompt: object = '', /) -> NoReturn:
    """Read a line; there is none in this sandbox, which `EOFError` says."""
    print(prompt, end='')
    raise EOFError('input() has nothing to read: a program in this sandbox gets no standard input')
