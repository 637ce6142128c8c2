"""The end of a program as CPython ends one: what it still holds is let go, so that nothing is lost.

A file that was left open is flushed and closed when its object goes, a `ZipFile` writes its
directory in its `__del__`, and the `finally` of a generator that was never finished runs. CPython
finalizes modules for that, and so does this.
"""

import gc
import io
import sys
import weakref
from typing import Any

from _sandbox.isolation import attempt

_before = set(sys.modules)
"""Modules that are not the program's."""

_BUFFERS = (io.TextIOWrapper, io.BufferedWriter, io.BufferedRandom)
"""Python's own, whose flushing runs no code of the program unless they are put onto its objects."""


_PLACE = '<end of the program>'
"""The file that all of this is in, for tracebacks of what runs meanwhile."""


class _Marker:
    """Lives as long as the namespace that it is put into."""


def remember_modules() -> None:
    """Takes what is imported by now for none of the program's."""
    _before.update(sys.modules)


def let_go(folder: str) -> None:
    """Forgets `__main__` and the modules that the program brought along in the folder.

    Most namespaces refer to themselves by their functions: the collector finds them, and calls
    each `__del__` while all names are still there. What somebody else holds on to is cleared.
    What `__del__` raises is told on stderr, as CPython tells it.
    """
    markers = [_forget(name) for name in _modules_of_program(folder)]
    attempt('writing open files', _flush_buffers)
    gc.collect()
    for marker in markers:
        alive = None if marker is None else marker()
        for namespace in gc.get_referrers(alive) if alive is not None else ():
            if isinstance(namespace, dict):
                _clear(namespace)


def _flush_buffers() -> None:
    """Writes what is in the buffers of files: the collector may close a file before its buffer."""
    for buffer in [each for each in gc.get_objects() if type(each) in _BUFFERS]:
        if not buffer.closed and buffer.writable():
            attempt('writing an open file', buffer.flush)


def _modules_of_program(folder: str) -> list[str]:
    imported = [
        name
        for name, module in reversed(list(sys.modules.items()))
        if name not in _before and _is_in(folder, module)
    ]
    return ['__main__', *imported]


def _is_in(folder: str, module: Any) -> bool:
    file = getattr(module, '__file__', None)
    return isinstance(file, str) and file.startswith(f'{folder}/')


def _forget(name: str) -> weakref.ref[_Marker] | None:
    namespace = getattr(sys.modules.pop(name, None), '__dict__', None)
    if not isinstance(namespace, dict):
        return None
    marker = namespace['__marker__'] = _Marker()
    return weakref.ref(marker)


def _clear(namespace: dict[str, Any]) -> None:
    """As CPython's `_PyModule_ClearDict`: names with one leading underscore go first."""
    for is_first in (True, False):
        for name in list(namespace):
            if isinstance(name, str) and _is_private(name) is is_first and name != '__builtins__':
                namespace[name] = None


def _is_private(name: str) -> bool:
    return name.startswith('_') and not name.startswith('__')


for _function in (let_go, _flush_buffers, _modules_of_program, _is_in, _forget, _clear):
    _function.__code__ = _function.__code__.replace(co_filename=_PLACE)
