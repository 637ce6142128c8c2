"""How modules that the program brings or writes are found and compiled."""

import importlib.machinery
import os
import sys
from collections.abc import Iterable
from types import CodeType, ModuleType
from typing import Any

_MODULE_SUFFIX = '.py'


def install(folder: str) -> None:
    """Makes modules in the folder importable, also those that the program writes while it runs."""
    image = tuple(path for path in sys.path if path not in ('', '/', folder))
    sys.path[:] = [folder, *image]
    sys.path_importer_cache.pop(folder, None)
    sys.dont_write_bytecode = True

    def finder(path: str) -> _Finder:
        if _is_within(path, image) or not os.path.isdir(path):
            raise ImportError('not a folder of the program', path=path)
        return _Finder(path, (_Loader, [_MODULE_SUFFIX]))

    sys.path_hooks.insert(0, finder)


def _is_within(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(f'{folder}/') for folder in folders)


class _Finder(importlib.machinery.FileFinder):
    """Looks into the folder each time: to a clock that stands still an old listing seems new."""

    def find_spec(
        self, fullname: str, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        self.invalidate_caches()
        return super().find_spec(fullname, target)


class _Loader(importlib.machinery.SourceFileLoader):
    """Keeps `assert`, also where the image itself was compiled without."""

    def source_to_code(self, data: Any, path: Any, *, _optimize: int = -1) -> CodeType:
        return compile(data, path, 'exec', dont_inherit=True, optimize=0)
