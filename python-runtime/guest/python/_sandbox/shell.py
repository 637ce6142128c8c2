"""What `get_ipython()` gives: IPython's shell, as far as a program can use it."""

import os
import re
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from _sandbox import commands, magics

_VARIABLE = re.compile(r'\{(\w+)\}|\$(\w+)|\$\{(\w+)\}')


class UsageError(Exception):
    """A magic that is not there, as IPython tells it."""


UsageError.__module__ = 'IPython.core.error'


class Events:
    """Accepts callbacks for the moments between a notebook's cells, of which there are none."""

    def register(self, _event: str, _function: Callable[..., Any]) -> None:
        """Accepts a callback."""

    def unregister(self, _event: str, _function: Callable[..., Any]) -> None:
        """Accepts that one goes."""


class InteractiveShell:
    """The one shell of the program."""

    ast_node_interactivity = 'last_expr'

    def __init__(self) -> None:
        self.config: dict[str, Any] = {}
        self.events = Events()
        self.execution_count = 1

    @classmethod
    def instance(cls, *_args: Any, **_options: Any) -> InteractiveShell:
        """The one shell."""
        return SHELL

    @property
    def user_ns(self) -> dict[str, Any]:
        """The program's variables."""
        return vars(sys.modules['__main__'])

    def run_line_magic(self, name: str, line: str, _stack_depth: int = 1) -> Any:
        """The value of `%name line`. Raises `UsageError` if there is no such magic."""
        magic = magics.LINE.get(name)
        if magic is None:
            kind = ', which is a cell magic: begin a cell with it' if name in magics.CELL else ''
            raise UsageError(f'Line magic function `%{name}` not found{kind}.')
        return magic(_call_from(sys._getframe(1), line))

    def run_cell_magic(self, name: str, line: str, cell: str) -> Any:
        """The value of `%%name line` over a cell. Raises `UsageError` if there is no such magic."""
        magic = magics.CELL.get(name)
        if magic is None:
            raise UsageError(f'Cell magic `%%{name}` not found.')
        return magic(_call_from(sys._getframe(1), line), cell)

    def magic(self, text: str) -> Any:
        """The value of `%text`."""
        name, _, line = text.lstrip('%').partition(' ')
        return self.run_line_magic(name, line.strip())

    def system(self, command: str) -> None:
        """Does what can be done of `!command`, and tells what to write for what cannot."""
        outcome = commands.run(_expanded(command, sys._getframe(1)))
        sys.stdout.write(outcome.stdout)
        sys.stderr.write(outcome.stderr)

    def getoutput(self, command: str) -> list[str]:
        """The lines that a command prints."""
        outcome = commands.run(_expanded(command, sys._getframe(1)))
        sys.stderr.write(outcome.stderr)
        return outcome.stdout.splitlines()

    def enable_gui(self, _gui: str | None = None) -> None:
        """Accepts a window system, and has none."""

    def enable_matplotlib(self, _gui: str | None = None) -> None:
        """Accepts a backend: figures are shown by the sandbox's own."""

    def run_cell(self, code: str, **_options: Any) -> None:
        """Runs code in the program's variables, and displays its value."""
        magics.run(code, self.user_ns)


InteractiveShell.__module__ = 'IPython.core.interactiveshell'
SHELL = InteractiveShell()


def _call_from(frame: FrameType, line: str) -> magics.Call:
    return magics.Call(line, frame.f_globals, frame.f_locals, frame.f_lineno)


def _expanded(command: str, frame: FrameType) -> str:
    """The command with the values of variables that it names in braces or behind a dollar."""

    def value(found: re.Match[str]) -> str:
        name = found[1] or found[2] or found[3]
        for values in (frame.f_locals, frame.f_globals, os.environ):
            if name in values:
                return str(values[name])
        return found[0]

    return _VARIABLE.sub(value, command)
