"""The shell's class."""

from _sandbox.shell import InteractiveShell

__all__ = ['InteractiveShell']
