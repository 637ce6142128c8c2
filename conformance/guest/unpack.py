"""Lays tests beside what they test."""

import importlib
import os
import zipfile

LIBRARY = '/lib/python3.14'
BYTECODE = """
import marshal
with open({!r}, 'rb') as file:
    exec(marshal.loads(file.read()[16:]))
"""


def unpack(names: list[str]) -> None:
    """Unpacks ZIP files of `/mnt/data` and removes them, for their room.

    What the image has is run from the image's own bytecode.
    """
    for name in names:
        with zipfile.ZipFile(f'/mnt/data/{name}') as archive:
            for member in archive.namelist():
                bytecode = f'{LIBRARY}/{member}c'
                if os.path.exists(bytecode):
                    with open(f'{LIBRARY}/{member}', 'w') as file:
                        file.write(BYTECODE.format(bytecode))
                else:
                    archive.extract(member, LIBRARY)
        os.remove(archive.filename)
    importlib.invalidate_caches()
