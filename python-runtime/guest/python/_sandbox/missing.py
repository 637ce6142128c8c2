"""What to say of modules and files that the sandbox does not have."""

import os
import re

from _sandbox import network
from _sandbox.nearest import OF_SCIENCE, is_known, is_there, nearest_to
from _sandbox.reseed import WORKING_FOLDER
from _sandbox.substitutes import is_substituted, substitute_of

_OF_NETWORK = """
    aiohttp anthropic boto3 httpx openai pandas_datareader paramiko playwright requests selenium
    tweepy urllib3 websockets wikipedia yfinance
"""
_NEEDS_NETWORK = frozenset(_OF_NETWORK.split())
_IN_SCIENCE = "it is in the image 'science'."
"""The host, which knows whether it has that image, runs the program there or says more."""
_NEEDS_INSTALLER = {'micropip', 'pip', 'pkg_resources', 'setuptools'}
_SAYS_SO = re.compile(r'\b(?:install|installed|requires?|required|import|Import|usable engine)\b')
_WORD = re.compile(r'[A-Za-z]\w{1,40}')
_NO_FOLDER = re.compile(r"non-existent directory: '([^']*)'")
_MAX_MESSAGE = 2_000
_MAX_CHAIN = 10
_MAX_NAMED = 10

# Where programs for other machines find and leave their files.
_ELSEWHERE = re.compile(
    r'sandbox:|file:|[A-Za-z]:[\\/]|~|/(?:app|content|kaggle|mnt/user-data|mnt/outputs|workspace'
    r'|Users|home|root|data|files|uploads?|outputs?|workdir|sandbox)(?:/|$)'
)


def hint_of(error: BaseException) -> str | None:
    """What would be right instead of a module, or a file, that is not there."""
    if isinstance(error, OSError):
        return _hint_of_file(error)
    # Libraries also tell of a missing package by another kind of error.
    if not isinstance(error, (ImportError, RuntimeError, ValueError)):
        return None
    message = str(error)[:_MAX_MESSAGE]
    if not isinstance(error, ImportError) and not _SAYS_SO.search(message):
        return None
    module = _missing_module(error, message)
    if module is None:
        return substitute_of('', error.__traceback__)
    return _hint_of_module(module, error)


def _missing_module(error: BaseException, message: str) -> str | None:
    """The package that an error is about, from what it came of or else from its words."""
    cause: BaseException | None = error
    for _ in range(_MAX_CHAIN):
        if cause is None:
            break
        if isinstance(cause, ModuleNotFoundError) and cause.name:
            return cause.name.partition('.')[0]
        cause = cause.__cause__ or cause.__context__
    return next((word for word in _WORD.findall(message) if _is_package(word)), None)


def _is_package(word: str) -> bool:
    return (is_known(word) or is_substituted(word)) and not is_there(word)


def _hint_of_module(name: str, error: BaseException) -> str | None:
    if name in _NEEDS_NETWORK:
        return network.ADVICE
    if name in _NEEDS_INSTALLER:
        return 'The sandbox has no network: nothing can be installed in it.'
    if is_there(name):
        return None
    hint = f'The sandbox has no module {name!r}, and nothing can be installed in it.'
    if name in OF_SCIENCE:
        hint = f'This sandbox has no module {name!r}: {_IN_SCIENCE}'
    substitute = substitute_of(name, error.__traceback__)
    if substitute is not None:
        return substitute if name.startswith('_') else f'{hint} {substitute}'
    if name in OF_SCIENCE:
        return hint
    nearest = nearest_to(name)
    return hint if nearest is None else f'{hint} The nearest that it has is {nearest!r}.'


def _hint_of_file(error: OSError) -> str | None:
    path = error.filename if isinstance(error.filename, str) else str(error)[:_MAX_MESSAGE]
    if isinstance(error, FileNotFoundError) and '://' in path and not path.startswith('file:'):
        return network.ADVICE
    # pandas tells of a folder that is not there in its own words.
    folder = _NO_FOLDER.search(path)
    if folder is not None:
        path = folder[1]
    elif not isinstance(error, FileNotFoundError) or error.filename != path:
        return None
    name = re.split(r'[\\/]', path)[-1]
    there = _files()
    if name in there:
        return f'There is {os.path.join(WORKING_FOLDER, name)!r}.'
    if not _ELSEWHERE.match(path):
        return None
    shown = ', '.join(map(repr, there[:_MAX_NAMED])) or 'none'
    return (
        f'Files are read from and written to {WORKING_FOLDER} in this sandbox; '
        f'there are: {shown}{", …" if len(there) > _MAX_NAMED else ""}.'
    )


def _files() -> list[str]:
    try:
        return sorted(os.listdir(WORKING_FOLDER))
    except OSError:
        return []
