"""What the shell raises."""

from _sandbox.shell import UsageError

__all__ = ['UsageError']
