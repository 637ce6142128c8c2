"""What a program shows by `display(value)` or by ending with an expression."""

import builtins
from collections.abc import Mapping
from typing import Any

from _sandbox import figures, results
from _sandbox.formats import formats_of


def install() -> None:
    """Gives the program `display`, as IPython does."""
    vars(builtins)['display'] = display


def display(*values: Any, raw: bool = False, **_options: Any) -> None:
    """Show each value at once as a result, in all its formats.

    With `raw`, a value is a dict of MIME types and their content. IPython's other options are
    accepted and mean nothing here.
    """
    for value in values:
        show(_Bundle(value) if raw else value)


def show(value: object, *, is_main_result: bool = False) -> None:
    """Shows a value as one result."""
    if figures.is_figure(value):
        figures.show(value, is_main_result=is_main_result)
    else:
        results.send(formats_of(value), is_main_result=is_main_result)


class _Bundle:
    def __init__(self, contents: Mapping[str, Any]) -> None:
        self._contents = contents

    def __repr__(self) -> str:
        return ''

    def _repr_mimebundle_(self, **_filters: Any) -> Mapping[str, Any]:
        return self._contents
