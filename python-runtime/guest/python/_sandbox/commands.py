"""Commands of a shell, which there is none of: what can be done without one is done or told."""

import glob
import importlib.metadata
import os
import re
import shlex
import stat
import time
from collections.abc import Iterable
from dataclasses import dataclass

from _sandbox import network
from _sandbox.nearest import OF_SCIENCE, imported_as, is_there, nearest_to

NOT_FOUND = 127
"""The status by which a shell tells that it has no such command."""

_ADVICE = {
    "print(open('FILE').read())": 'bat cat less more tac',
    "print(*open('FILE').readlines()[:10], sep='')": 'head',
    "print(*open('FILE').readlines()[-10:], sep='')": 'tail',
    "len(open('FILE').readlines())": 'wc nl',
    "print(*sorted(open('FILE')), sep='')": 'sort uniq',
    "[line for line in open('FILE') if re.search('PATTERN', line)]": 'ag awk egrep grep rg',
    "re.sub('OLD', 'NEW', open('FILE').read())": 'sed tr',
    "print('TEXT')": 'echo printf',
    "os.makedirs('FOLDER', exist_ok=True)": 'mkdir',
    "os.remove('FILE'), or shutil.rmtree('FOLDER')": 'rm rmdir unlink',
    "shutil.copy('FROM', 'TO')": 'cp rsync',
    "shutil.move('FROM', 'TO')": 'mv rename',
    "pathlib.Path('FILE').touch()": 'touch',
    "list(pathlib.Path('.').rglob('*'))": 'du find fd locate tree',
    "zipfile.ZipFile('FILE').extractall()": 'unzip 7z',
    "zipfile.ZipFile('FILE', 'w').write('NAME')": 'zip',
    "tarfile.open('FILE').extractall(filter='data')": 'tar',
    "gzip.open('FILE').read()": 'gunzip gzip zcat',
    "runpy.run_path('FILE', run_name='__main__')": 'ipython python python3',
    "hashlib.md5(open('FILE', 'rb').read()).hexdigest()": 'md5sum sha1sum sha256sum',
    'sqlite3.connect(FILE)': 'sqlite3',
    'json.load(open(FILE))': 'jq',
    "PIL.Image.open('FILE')": 'convert identify magick',
    'time.sleep(SECONDS)': 'sleep',
    'datetime.datetime.now()': 'date',
    'sys.version': 'uname lsb_release',
    'os.environ': 'env export printenv set',
    'unittest.main(argv=[""], exit=False)': 'pytest tox',
}
_IN_PYTHON = {name: python for python, names in _ADVICE.items() for name in names.split()}
_NETWORK = 'aria2c aws curl ftp gdown git gsutil kaggle nc ping scp ssh wget'
_NEEDS_NETWORK = frozenset(_NETWORK.split())
_INSTALLING = 'apt apt-get brew conda mamba npm pip pip3 poetry uv yum'
_INSTALLERS = frozenset(_INSTALLING.split())
_VALUED = '-c -f -i -r -t --channel --extra-index-url --index-url --target'
_WITH_VALUE = frozenset(_VALUED.split())
_PYTHON = re.compile(r'(?:.*/)?(?:i?python[\d.]*)?')
_MAX_WORDS = 200
_MAX_TOLD = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command would have left: its status and what it printed."""

    status: int
    stdout: str = ''
    stderr: str = ''


def run(command: str | Iterable[str]) -> Outcome:
    """The outcome of a command line, or of a program and its arguments. Starts nothing.

    `ls`, `pwd` and installers have an outcome here. Of others it is `NOT_FOUND`, with what to
    write in Python instead.
    """
    outcome = Outcome(0)
    for words in _commands(command):
        outcome = _joined(outcome, _outcome(words))
        if outcome.status:
            break
    return outcome


def _commands(command: str | Iterable[str]) -> list[list[str]]:
    """The words of each command, without what only steers where its output goes."""
    if not isinstance(command, str):
        return [[os.fsdecode(word) for word in command][:_MAX_WORDS]]
    lexer = shlex.shlex(command.replace('\n', ' ; '), posix=True, punctuation_chars=True)
    lexer.commenters, lexer.whitespace_split = '', True
    found: list[list[str]] = [[]]
    try:
        for number, word in enumerate(lexer):
            if word in {'&&', '||', ';', '&', '|'}:
                found.append([])
            elif number < _MAX_WORDS:
                found[-1].append(word)
    except ValueError:  # A quote without its end.
        return [command.split()[:_MAX_WORDS]]
    return [words for words in found if words]


def _outcome(words: list[str]) -> Outcome:
    name, arguments = _without_prefix(words)
    if name in _INSTALLERS:
        return _install(name, arguments)
    if name in {'dir', 'll', 'ls'}:
        return _list(arguments)
    if name == 'pwd':
        return Outcome(0, f'{os.getcwd()}\n')
    if name == 'cd':
        return Outcome(
            0, '', 'A command cannot change the folder of the program: use os.chdir().\n'
        )
    return Outcome(NOT_FOUND, '', f'{advice(" ".join(words))}\n')


def advice(command: str) -> str:
    """One sentence on why a command does not run, and what to write in its place."""
    shown = command if len(command) <= _MAX_TOLD else f'{command[:_MAX_TOLD]}…'
    text = f'There are no processes in this sandbox, so {shown!r} did not run.'
    words = command.split(maxsplit=1)
    name = os.path.basename(words[0]) if words else ''
    if name in _NEEDS_NETWORK:
        return f'{text} {network.ADVICE}'
    python = _IN_PYTHON.get(name) or _IN_PYTHON.get(re.sub(r'[\d.]+$', '', name))
    return f'{text} In Python: {python}' if python else f'{text} Do it in Python.'


def _without_prefix(words: list[str]) -> tuple[str, list[str]]:
    """The command's name and arguments; `python -m pip` is `pip`."""
    rest = words[1:] if words[0] == 'sudo' and len(words) > 1 else words
    if len(rest) > 2 and rest[1] == '-m' and _PYTHON.fullmatch(rest[0]):  # noqa: PLR2004
        rest = rest[2:]
    if rest[0] == 'uv' and rest[1:2] == ['pip']:
        rest = rest[1:]
    return os.path.basename(rest[0]), rest[1:]


def _install(name: str, arguments: list[str]) -> Outcome:
    verb = next((word for word in arguments if not word.startswith('-')), '')
    if verb in {'list', 'freeze'}:
        return Outcome(0, ''.join(f'{line}\n' for line in _installed()))
    if verb in {'show', 'check', 'search', 'uninstall', 'remove', 'update', 'upgrade', 'config'}:
        return Outcome(0, '', f'{name} is not in this sandbox: nothing can be installed in it.\n')
    asked = _packages(arguments[arguments.index(verb) + 1 :] if verb else [])
    there = [_version_of(package) for package in asked]
    missing = [package for package, version in zip(asked, there, strict=True) if version is None]
    lines = ['Nothing can be installed in this sandbox: it has no network.']
    if any(there):
        lines.append(f'Already there: {", ".join(version for version in there if version)}.')
    lines += [_missing(package) for package in missing]
    return Outcome(1 if missing else 0, '', ' '.join(lines) + '\n')


def _packages(arguments: list[str]) -> list[str]:
    """Names of packages, without options and versions."""
    found: list[str] = []
    is_value = False
    for word in arguments:
        if not is_value and not word.startswith('-') and word[:1] not in '<>=~' and word != '2':
            found.append(re.split(r'[\[<>=!~;@\s]', word, maxsplit=1)[0])
        is_value = word in _WITH_VALUE or word in {'>', '>>', '<'}
    return [name for name in found if name]


def _version_of(package: str) -> str | None:
    """`name version` of what is there; of a part of the standard library its name alone."""
    try:
        return f'{package} {importlib.metadata.version(package)}'
    except importlib.metadata.PackageNotFoundError, ValueError:
        return package if is_there(imported_as(package)) else None


def _missing(package: str) -> str:
    if imported_as(package) in OF_SCIENCE:
        return f'{package} is there for a program that imports it.'
    near = nearest_to(imported_as(package))
    return f'Not there: {package}' + (f'; the nearest is {near!r}.' if near else '.')


def _installed() -> list[str]:
    found = importlib.metadata.distributions()
    return sorted({f'{each.name}=={each.version}' for each in found}, key=str.lower)


def _list(arguments: list[str]) -> Outcome:
    options = ''.join(word[1:] for word in arguments if word.startswith('-'))
    asked = [os.path.expanduser(word) for word in arguments if not word.startswith('-')]
    places = [place for word in asked for place in sorted(glob.glob(word)) or [word]]
    text = ''
    for place in places or ['.']:
        try:
            names = sorted(os.listdir(place)) if os.path.isdir(place) else [place]
            base = place if os.path.isdir(place) else ''
            shown = [name for name in names if 'a' in options or not name.startswith('.')]
            lines = [_line(base, name) if 'l' in options else name for name in shown]
        except OSError as error:
            return Outcome(2, text, f'ls: {place}: {error.strerror}\n')
        heading = f'{place}:\n' if base and len(places) > 1 else ''
        text += heading + ''.join(f'{line}\n' for line in lines)
    return Outcome(0, text)


def _line(folder: str, name: str) -> str:
    status = os.lstat(os.path.join(folder, name))
    when = time.strftime('%b %d %H:%M', time.gmtime(status.st_mtime))
    return f'{stat.filemode(status.st_mode)} {status.st_size:>10} {when} {name}'


def _joined(first: Outcome, second: Outcome) -> Outcome:
    return Outcome(second.status, first.stdout + second.stdout, first.stderr + second.stderr)
