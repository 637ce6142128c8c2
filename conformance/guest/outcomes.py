"""Writes what came of each test to stdout, a line of JSON each, whatever becomes of `sys.stdout`.

A test is told twice, before it runs and after: who reads knows which one ended the program.
"""

import json
import os

MARK = '\x1e'
"""How the lines begin; tests print too."""

_MAX_ERROR_CHARS = 300
_write = os.write
_out = os.dup(1)
_seen: dict[str, int] = {}


def _say(*fields: str) -> None:
    data = f'\n{MARK}{json.dumps(fields)}\n'.encode()
    while data:
        data = data[_write(_out, data) :]


def name_of(test: str) -> str:
    """The test's name, told from others of the same name by a number."""
    _seen[test] = count = _seen.get(test, 0) + 1
    return test if count == 1 else f'{test} #{count}'


def begins(test: str) -> None:
    """Tells that a test begins."""
    _say('begins', test)


def ended(test: str, outcome: str, error: str = '') -> None:
    """Tells how a test ended: `passed`, `failed` or `skipped`."""
    _say(outcome, test, error[:_MAX_ERROR_CHARS])


def module_ended(module: str, outcome: str, error: str = '') -> None:
    """Tells that a module as a whole was skipped or could not be loaded."""
    _say(f'module {outcome}', module, error[:_MAX_ERROR_CHARS])


def finished() -> None:
    """Tells that all tests were run that were asked for."""
    _say('finished')
