"""The files that a program made or changed in its working folder."""

import io
import os
import stat
import zlib
from collections.abc import Iterator

from _sandbox import channel
from _sandbox.isolation import attempt, warn
from _sandbox.request import Limits

_open, _scan, _relative = io.open, os.scandir, os.path.relpath
_CHUNK_BYTES = 1 << 20
_BYTECODE = '__pycache__'
_MAX_TOLD = 5

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
    """Takes note of what is in the folder before the program runs."""
    _folder.path = path
    _folder.before = {name: (size, _checksum(name)) for name, size in _walk(path)}
    _folder.limits = limits


def send_changed() -> None:
    """Sends every file that is new or differs, by name; says on stderr which it may not send.

    Once: a second call, after a first that was cut short, sends nothing again.
    """
    if _folder.is_sent:
        return
    _folder.is_sent = True
    folder, before, limits = _folder.path, _folder.before, _folder.limits
    left_out: list[str] = []
    sent = total = 0
    for path, size in sorted(_walk(folder)):
        if not _is_changed(path, size, before):
            continue
        name = _relative(path, folder)
        objection = _objection(name, size, limits) or _excess(sent, total + size, limits)
        if objection is not None:
            left_out.append(f'{name!r} {objection}')
        elif attempt(f'reading {name}', _send, name, path):
            sent, total = sent + 1, total + size
    _tell(left_out)


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


def _walk(folder: str) -> Iterator[tuple[str, int]]:
    """Regular files with their sizes; links are not followed, and what is neither is passed by."""
    folders = [folder]
    while folders:
        for path, status in attempt('listing files', _entries, folders.pop()) or ():
            if stat.S_ISDIR(status.st_mode):
                folders.append(path)
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
