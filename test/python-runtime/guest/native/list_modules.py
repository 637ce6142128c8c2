"""Prints, as JSON, the modules of this Python and of the packages in the folder `sys.argv[1]`.

By the name of what has them: `standard library`, or the package or module at the top.
"""

import json
import os
import sys
import sysconfig
from collections import defaultdict
from collections.abc import Iterator
from importlib.machinery import all_suffixes

SKIPPED_FOLDERS = {'__pycache__', 'bin', 'test', 'tests', 'site-packages', 'dist-packages'}
STARTS_A_PROGRAM = {'__main__', 'antigravity', 'isympy'}
PLATFORM = '_sysconfig'
"""How modules begin that only say how this very Python was built."""


def modules_of(folder: str, prefix: str = '') -> Iterator[str]:
    """The dotted names of all modules below a folder."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        name = module_name(entry.name)
        if entry.is_dir():
            if entry.name.isidentifier() and entry.name not in SKIPPED_FOLDERS:
                inner = list(modules_of(entry.path, f'{prefix}{entry.name}.'))
                is_package = os.path.exists(os.path.join(entry.path, '__init__.py'))
                yield from ([prefix + entry.name] if is_package else []) + inner
        elif name and name != '__init__' and name not in STARTS_A_PROGRAM:
            yield prefix + name


def module_name(file: str) -> str | None:
    """The module that a file has, if it has one."""
    for suffix in all_suffixes():
        if file.endswith(suffix) and file.removesuffix(suffix).isidentifier():
            return file.removesuffix(suffix)
    return None


def library_modules() -> set[str]:
    """What CPython itself has."""
    paths = sysconfig.get_paths()
    dynamic = os.path.join(paths['platstdlib'], 'lib-dynload')
    found = {*modules_of(paths['stdlib']), *sys.builtin_module_names}
    if os.path.isdir(dynamic):
        found.update(modules_of(dynamic))
    return {name for name in found if not name.startswith(PLATFORM)}


groups = defaultdict(list)
for name in modules_of(sys.argv[1]):
    groups[name.partition('.')[0]].append(name)
json.dump({'standard library': sorted(library_modules()), **groups}, sys.stdout)
