"""Packs tests and what they need into ZIP files, laid out as they will lie below `/lib/python3.14`.

Run by native CPython: `bundle.py tools FOLDER TARGET`, `bundle.py package FOLDER TARGET NAME…`,
`bundle.py cpython TARGET-FOLDER`, `bundle.py sdist ARCHIVE TARGET-FOLDER`. The last two make
`base.zip` and one for each module, whose names they print; the last unpacks the archive, too.
"""

import importlib.util
import json
import re
import sys
import tarfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import test

CPYTHON = Path(test.__path__[0])
SITE = 'site-packages'
NEEDLESS = re.compile(
    r'/__pycache__/|\.pyc$|\.so$|pygments/lexers/(?!__init__|_mapping|python|diff)'
)
TESTS = re.compile(r'/tests?/|/conftest\.py$|/test_\w+\.py$')
TWINS = [Path('_pydecimal.py'), Path('zoneinfo/_zoneinfo.py')]
"""Modules of the library in Python that the image lacks, and that tests compare those in C with."""
LONG_NAME = 12
"""A name that is longer is that of others too that begin with it."""
NOT_NAMED = {'support', '__init__.py', '__main__.py'}
"""What every module has anyway, or names without meaning these tests."""
SHORTEST_NAME = 4
"""A shorter name of a file or folder is also an ordinary word of a test's text."""


def main(mode: str, *args: str) -> None:
    """Does what the command line says."""
    if mode == 'tools':
        pack_tools(Path(args[0]), Path(args[1]))
    elif mode == 'package':
        pack_package(Path(args[0]), Path(args[1]), args[2:])
    elif mode == 'sdist':
        json.dump(list(pack_sdist(Path(args[0]), Path(args[1]))), sys.stdout)
    else:
        json.dump(list(pack_cpython(Path(args[0]))), sys.stdout)


def pack_tools(folder: Path, target: Path) -> None:
    """Bytecode of pytest and the like: compiling them anew would take longer than most tests."""
    with ZipFile(target, 'w', ZIP_DEFLATED) as archive:
        for path in files_below(folder):
            name = f'{SITE}/{path.relative_to(folder)}'
            if path.suffix == '.py':
                archive.writestr(f'{name}c', bytecode(path, f'/lib/python3.14/{name}'))
            else:
                archive.write(path, name)


def bytecode(path: Path, name: str) -> bytes:
    """A module compiled as `python3.14` would, not to be compared with its source."""
    code = importlib._bootstrap_external.SourceLoader.source_to_code(None, path.read_bytes(), name)
    return bytes(importlib._bootstrap_external._code_to_hash_pyc(code, bytes(8), False))


def pack_package(site: Path, target: Path, packages: Iterable[str]) -> None:
    """Test folders, with what makes Python and pytest see the packages around them."""
    with ZipFile(target, 'w', ZIP_DEFLATED) as archive:
        for package in packages:
            tests = {path for path in files_below(site / package) if TESTS.search(f'/{path}')}
            around = {
                folder / '__init__.py'
                for path in tests
                for folder in path.relative_to(site).parents
                if (site / folder / '__init__.py').exists()
            }
            for path in sorted({*tests, *(site / path for path in around)}):
                archive.write(path, f'{SITE}/{path.relative_to(site)}')


def pack_cpython(target: Path) -> Iterator[str]:
    """`test.support`, and each module with the modules and the data that it names."""
    with ZipFile(target / 'base.zip', 'w', ZIP_DEFLATED) as archive:
        for path in [CPYTHON / '__init__.py', *files_below(CPYTHON / 'support')]:
            write_with_bytecode(archive, path)
    for name in test_modules():
        with ZipFile(target / f'{name}.zip', 'w', ZIP_DEFLATED) as archive:
            paths = sorted(needed_by(name))
            for path in paths:
                archive.write(path, f'test/{path.relative_to(CPYTHON)}')
            for twin in TWINS:
                if any(twin.stem in path.read_text('utf-8', 'replace') for path in paths):
                    archive.write(CPYTHON.parent / twin, twin)
        yield name


def write_with_bytecode(archive: ZipFile, path: Path) -> None:
    """A source, and beside it what it compiles to."""
    name = f'test/{path.relative_to(CPYTHON)}'
    archive.write(path, name)
    if path.suffix == '.py':
        cached = importlib.util.cache_from_source(name, optimization='')
        archive.writestr(cached, bytecode(path, f'/lib/python3.14/{name}'))


def test_modules() -> list[str]:
    """What `python -m test` would run, by the name at the top."""
    paths = CPYTHON.glob('test_*')
    return sorted(path.stem for path in paths if path.suffix == '.py' or path.is_dir())


def needed_by(name: str) -> set[Path]:
    """The files of an entry of `Lib/test`, and of those that its files name, and so on."""
    waiting, done = {name}, set()
    while waiting:
        done |= waiting
        waiting = {other for entry in waiting for other in named_by(entry)} - done
    return {path for entry in done for path in files_of(entry)}


@cache
def entries() -> dict[str, Path]:
    """Files and folders of `Lib/test`, by name; of sources also without the suffix."""
    paths = [path for path in CPYTHON.iterdir() if path.name not in NOT_NAMED]
    return {path.name: path for path in paths} | {
        path.stem: path for path in paths if path.suffix == '.py'
    }


@cache
def files_of(entry: str) -> set[Path]:
    """The files of an entry: itself, or all below it."""
    path = entries()[entry]
    return set(files_below(path)) if path.is_dir() else {path}


@cache
def named_by(entry: str) -> set[str]:
    """What an entry's text names: tests only by an import, as methods have such names too."""
    sources = [path for path in files_of(entry) if path.suffix == '.py']
    text = '\n'.join(path.read_text('utf-8', 'replace') for path in sources)
    words = {word for word in re.findall(r'[\w.-]+', text) if len(word) >= SHORTEST_NAME}
    words = {word for word in words if not word.startswith('test_') or '.' in word}
    imported = re.findall(r'\btest\.(\w+)|\bfrom test import ([^\n]*)', text)
    words |= {word for pair in imported for part in pair for word in re.findall(r'\w+', part)}
    if 'i18n_helper' in text:
        words.add('test_tools')
    return words & entries().keys()


def pack_sdist(archive: Path, target: Path) -> Iterator[str]:
    """The test modules of a source archive, each with the data that it names."""
    with tarfile.open(archive) as sdist:
        sdist.extractall(target, filter='data')
        root = target / sdist.getnames()[0].partition('/')[0]
    tests = sorted(root.glob('[Tt]ests/test_*.py'))
    folder = tests[0].parent
    shared = [path for path in folder.glob('*.py') if path not in tests]
    data = [path for path in files_below(folder) if path.suffix != '.py']
    base = {root / 'conftest.py', *shared, *named_data(shared, data)}
    write_all(target / 'base.zip', root, base)
    for path in tests:
        write_all(target / f'{path.stem}.zip', root, {path, *named_data([path], data)} - base)
        yield str(path.relative_to(root))


def named_data(sources: Iterable[Path], data: Iterable[Path]) -> set[Path]:
    """The files that a source names, or whose folder, or the begin or end of whose name or path."""
    text = '\n'.join(path.read_text() for path in sources)
    words = set(re.findall(r'[\w.-]+', text))
    stems = {word.split('.')[0] for word in words}
    ends = tuple(word for word in words if word.startswith('_') and '.' in word)
    long_stems = tuple(stem for stem in stems if len(stem) >= LONG_NAME)
    begins = {
        re.sub(r'\\\{[^}]*\\\}', '.*', re.escape(path))
        for path in re.findall(r'[Tt]ests/\w+/[^\s"\']+', text)
    }
    named = re.compile('|'.join(begins) or '$^')

    def is_named(path: Path) -> bool:
        folder = path.parent.name if path.parents[1].name not in {'Tests', 'tests'} else ''
        return (
            path.name.split('.')[0] in stems
            or folder in words
            or path.name.startswith(long_stems)
            or path.name.endswith(ends)
            or bool(named.search(path.as_posix()))
        )

    return {path for path in data if is_named(path)}


def write_all(target: Path, root: Path, paths: Iterable[Path]) -> None:
    """A ZIP file of files, named from a folder."""
    with ZipFile(target, 'w', ZIP_DEFLATED) as archive:
        for path in sorted(paths):
            archive.write(path, f'{SITE}/{path.relative_to(root)}')


def files_below(folder: Path) -> Iterator[Path]:
    """All files but the compiled."""
    return (
        path
        for path in sorted(folder.rglob('*'))
        if path.is_file() and not NEEDLESS.search(f'/{path}')
    )


main(*sys.argv[1:])
