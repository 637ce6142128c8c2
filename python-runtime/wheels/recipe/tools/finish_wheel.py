#!/usr/bin/env python3
"""Makes a release wheel: no tests, no debug sections, the tag of the ABI, sorted and packed tight.

usage: finish_wheel.py IN.whl FOLDER [--drop REGEX]... [--add PATH=FILE]...

Drops test folders and what --drop matches, adds files, checks that each .so is a wasm side module
and drops its custom sections other than dylink.0 and target_features, sets the wheel's tag, writes
RECORD anew and zips in a fixed order and with a fixed date: the same input gives the same bytes.
"""

import argparse
import base64
import hashlib
import re
import zipfile
from pathlib import Path

TAG = 'cp314-cp314-pyemscripten_2026_0_wasm32'
KEPT_SECTIONS = (b'dylink.0', b'target_features')


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument('wheel', type=Path)
    arguments.add_argument('folder', type=Path)
    arguments.add_argument('--drop', action='append', default=[])
    arguments.add_argument('--add', action='append', default=[])
    options = arguments.parse_args()

    name, version = options.wheel.name.split('-')[:2]
    info = f'{name}-{version}.dist-info'
    files, dropped = read_files(options.wheel, info, options.drop)
    for addition in options.add:
        path, source = addition.split('=', 1)
        files[path] = Path(source).read_bytes()
    files[f'{info}/RECORD'] = record(files, info)

    options.folder.mkdir(parents=True, exist_ok=True)
    out = options.folder / f'{name}-{version}-{TAG}.whl'
    pack(out, files, info)
    print(f'{out.name}: {out.stat().st_size} bytes, {len(files)} files, {dropped} dropped')


def read_files(wheel: Path, info: str, drop: list[str]) -> tuple[dict[str, bytes], int]:
    dropped_paths = re.compile('|'.join([r'(^|/)tests?/', *drop]))
    files: dict[str, bytes] = {}
    dropped = 0
    with zipfile.ZipFile(wheel) as archive:
        for path in archive.namelist():
            if path.endswith('/') or path == f'{info}/RECORD':
                continue
            if dropped_paths.search(path):
                dropped += 1
                continue
            content = archive.read(path)
            if path.endswith('.so'):
                content = strip(content)
            if path == f'{info}/WHEEL':
                content = with_tag(content.decode()).encode()
            files[path] = content
    return files, dropped


def strip(module: bytes) -> bytes:
    """Leaves the custom sections out that nobody reads at run time."""
    assert module[:8] == b'\0asm\1\0\0\0' and module[8] == 0, 'not a wasm side module'
    out, start = [module[:8]], 8
    while start < len(module):
        size, body = unsigned(module, start + 1)
        end = body + size
        if module[start] != 0 or section_name(module, body) in KEPT_SECTIONS:
            out.append(module[start:end])
        start = end
    return b''.join(out)


def section_name(module: bytes, at: int) -> bytes:
    length, at = unsigned(module, at)
    return module[at : at + length]


def unsigned(module: bytes, at: int) -> tuple[int, int]:
    """The LEB128 number there, and where it ends."""
    number = shift = 0
    while True:
        byte = module[at]
        at += 1
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return number, at


def with_tag(text: str) -> str:
    text = re.sub(r'^Tag: .*\n', '', text, flags=re.MULTILINE)
    text = text.replace('Root-Is-Purelib: true', 'Root-Is-Purelib: false')
    return f'{text.rstrip()}\nTag: {TAG}\n'


def record(files: dict[str, bytes], info: str) -> bytes:
    lines = []
    for path in sorted(files):
        digest = base64.urlsafe_b64encode(hashlib.sha256(files[path]).digest()).rstrip(b'=')
        lines.append(f'{path},sha256={digest.decode()},{len(files[path])}\n')
    return ''.join([*lines, f'{info}/RECORD,,\n']).encode()


def pack(out: Path, files: dict[str, bytes], info: str) -> None:
    """The records come last, as wheels have it."""
    order = sorted(files, key=lambda path: (path.startswith(info), path.endswith('RECORD'), path))
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in order:
            entry = zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if path.endswith('.so') else 0o100644) << 16
            archive.writestr(entry, files[path])


main()
