"""The program: run as `__main__`, with the value of its last expression."""

import builtins
import sys
from _sitebuiltins import Quitter
from types import ModuleType

from _sandbox import display, source
from _sandbox.reseed import WORKING_FOLDER
from _sandbox.tracebacks import FILENAME


def run(code: str) -> None:
    """Runs the program and displays the value of its last expression.

    As in a notebook, `None` is not displayed, nor anything if a semicolon ends the program. What
    the program raises, this raises.
    """
    value = source.evaluate(code, _new_main().__dict__)
    if value is not None:
        display.show(value, is_main_result=True)


def _new_main() -> ModuleType:
    """A module of its own, so that classes can be pickled and type hints found."""
    module = ModuleType('__main__')
    module.__dict__.update(__builtins__=builtins, __file__=f'{WORKING_FOLDER}/{FILENAME}')
    sys.modules['__main__'] = module
    for name in ('exit', 'quit'):
        setattr(builtins, name, Quitter(name, 'the end of the program'))
    return module
