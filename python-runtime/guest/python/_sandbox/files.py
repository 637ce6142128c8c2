"""The files that a program made or changed, in its working folder and elsewhere."""

import io
import os
import re
import stat
import zlib
from collections import Counter
from collections.abc import Iterator

from _sandbox import channel
from _sandbox.isolation import attempt, warn
from _sandbox.request import Limits

_open, _scan, _relative, _base = io.open, os.scandir, os.path.relpath, os.path.basename
_CHUNK_BYTES = 1 << 20
_BYTECODE = '__pycache__'
_MAX_TOLD = 5
_NOT_THE_PROGRAMS = frozenset({'dev', 'lib', 'proc', 'sys', 'usr'})
"""Folders of the root that are the system's."""
_SCRATCH = re.compile(r'/tmp/(?:matplotlib|tmp[a-z0-9_]{8})|.*/\.')
"""What libraries keep for themselves, what `tempfile` names, and what is hidden."""

type Contents = dict[str, tuple[int, int | None]]
"""Size and checksum by path. Not the time: a clock that stands still would hide a change."""


class _Folder:
    def __init__(self) -> None:
        self.path = ''
        self.before: Contents = {}
        self.limits = Limits()
        self.is_sent = False


_folder = _Folder()


def install(path: str, limits: Limits) -> None:
    """Takes note of what is there before the program runs."""
    _folder.path = path
    found = [*_walk(path), *_elsewhere(path)]
    _folder.before = {name: (size, _checksum(name)) for name, size in found}
    _folder.limits = limits


def send_changed() -> None:
    """Sends every file that is new or differs, by name; says on stderr which it may not send.

    First those of the working folder, then those that were written elsewhere. Once: a second call,
    after a first that was cut short, sends nothing again.
    """
    if _folder.is_sent:
        return
    _folder.is_sent = True
    folder, before, limits = _folder.path, _folder.before, _folder.limits
    found = [*sorted(_walk(folder)), *sorted(_elsewhere(folder))]
    changed = {path: size for path, size in found if _is_changed(path, size, before)}
    names = _names([*changed], folder)
    left_out: list[str] = []
    sent = total = 0
    for path, size in changed.items():
        name = names[path]
        objection = _objection(name, size, limits) or _excess(sent, total + size, limits)
        if objection is not None:
            left_out.append(f'{name!r} {objection}')
        elif attempt(f'reading {name}', _send, name, path):
            sent, total = sent + 1, total + size
    _tell(left_out)


def _names(paths: list[str], folder: str) -> dict[str, str]:
    """What each file is called: its own name, with its folders before it where several share it."""
    shared = Counter(_base(path) for path in paths)
    names: dict[str, str] = {}
    for path in paths:
        name = _base(path)
        inside = _relative(path, folder) if path.startswith(f'{folder}/') else path.strip('/')
        names[path] = name if shared[name] == 1 else inside.replace('/', '-')
    return names


def _elsewhere(folder: str) -> Iterator[tuple[str, int]]:
    """Files outside of the folder, the system's and what is scratch left out."""
    for top, status in attempt('listing files', _entries, '/') or ():
        if stat.S_ISREG(status.st_mode):
            yield top, status.st_size
        elif stat.S_ISDIR(status.st_mode) and _base(top) not in _NOT_THE_PROGRAMS:
            for path, size in _walk(top, folder):
                if not _SCRATCH.match(path):
                    yield path, size


def _is_changed(path: str, size: int, before: Contents) -> bool:
    known = before.get(path)
    return known is None or known[0] != size or known[1] != _checksum(path)


def _objection(name: str, size: int, limits: Limits) -> str | None:
    if not name.isprintable():
        return 'has a name that is not text'
    if size > limits.file_bytes:
        return f'has {size} bytes, and a file may have {limits.file_bytes}'
    return None


def _excess(sent: int, total: int, limits: Limits) -> str | None:
    if sent >= limits.files:
        return f'is one more than the {limits.files} that may be returned'
    if total > limits.total_file_bytes:
        return f'makes the files larger than the {limits.total_file_bytes} bytes that all may have'
    return None


def _send(name: str, path: str) -> bool:
    with _open(path, 'rb') as file:
        channel.send({'type': 'file', 'name': name}, file.read())
    return True


def _tell(left_out: list[str]) -> None:
    for line in left_out[:_MAX_TOLD]:
        warn(f'Not returned: {line}.')
    if len(left_out) > _MAX_TOLD:
        warn(f'Not returned: {len(left_out) - _MAX_TOLD} more files.')


def _walk(folder: str, but: str = '') -> Iterator[tuple[str, int]]:
    """Regular files with their sizes; links are not followed, and what is neither is passed by."""
    folders = [folder]
    while folders:
        for path, status in attempt('listing files', _entries, folders.pop()) or ():
            if stat.S_ISDIR(status.st_mode):
                folders += [] if path == but else [path]
            elif stat.S_ISREG(status.st_mode):
                yield path, status.st_size


def _entries(folder: str) -> list[tuple[str, os.stat_result]]:
    with _scan(folder) as entries:
        return [
            (entry.path, entry.stat(follow_symlinks=False))
            for entry in entries
            if entry.name != _BYTECODE
        ]


def _checksum(path: str) -> int | None:
    return attempt(f'reading {path}', _read_checksum, path)


def _read_checksum(path: str) -> int:
    checksum = 0
    with _open(path, 'rb') as file:
        while chunk := file.read(_CHUNK_BYTES):
            checksum = zlib.crc32(chunk, checksum)
    return checksum
