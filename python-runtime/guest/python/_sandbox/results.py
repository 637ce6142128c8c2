"""Displayed things on their way to the host, bounded in number."""

from _sandbox import channel
from _sandbox.formats import Formats
from _sandbox.isolation import attempt, warn


class _Count:
    def __init__(self) -> None:
        self.allowed = 0
        self.sent = 0


_count = _Count()


def install(max_results: int) -> None:
    """Allows so many results."""
    _count.allowed = max_results


def send(formats: Formats, *, is_main_result: bool = False) -> None:
    """Sends one displayed thing.

    Those past the allowed number are dropped, which is told once; so is each that is too large.
    """
    _count.sent += 1
    if _count.sent <= _count.allowed:
        event = {'type': 'result', 'result': {'is_main_result': is_main_result, **formats}}
        attempt('showing a result', channel.send, event)
    elif _count.sent == _count.allowed + 1:
        warn(f'Only the first {_count.allowed} results are shown.')
