"""The program's shell."""

from _sandbox.shell import SHELL, InteractiveShell


def get_ipython() -> InteractiveShell:
    """The one shell of the program."""
    return SHELL
