"""pandas' writing of tables as text, with the same result in half of the time.

What is replaced looks at each number with a pattern and at each text with a function of Python,
several times; a table of 100,000 rows and 20 columns of numbers would take longer than a program
mostly has.
"""

import re
from collections.abc import Callable
from typing import Any

from pandas.io.formats import format as formats
from pandas.io.formats.printing import _TextAdjustment

_value_formatter = formats.FloatArrayFormatter._value_formatter
_make_fixed_width = formats._make_fixed_width


def install() -> None:
    """Puts these in the place of pandas' own."""
    patched: Any = formats
    patched._trim_zeros_float = trim_zeros
    patched._make_fixed_width = make_fixed_width
    patched.FloatArrayFormatter._value_formatter = value_formatter


def trim_zeros(texts: Any, decimal: str = '.') -> list[str]:
    """The texts without the zeros that all numbers with a decimal point end in, but for one."""
    is_number = re.compile(rf'\s*[+-]?[0-9]+\{decimal}[0-9]*').fullmatch
    found = [(text, is_number(text) is not None) for text in texts]
    zeros = min((len(text) - len(text.rstrip('0')) for text, number in found if number), default=0)
    if not zeros:
        return [f'{text}0' if number and text.endswith(decimal) else text for text, number in found]
    cut = [text[:-zeros] if number else text for text, number in found]
    return [
        f'{text}0' if number and text.endswith(decimal) else text
        for text, (_, number) in zip(cut, found, strict=True)
    ]


def make_fixed_width(
    strings: list[str], justify: str = 'right', minimum: int | None = None, adj: Any = None
) -> list[str]:
    """The strings at one width. None is cut unless the program has bounded columns."""
    adjustment = formats.printing.get_adjustment() if adj is None else adj
    is_plain = type(adjustment) is _TextAdjustment and justify != 'all' and len(strings) > 0
    if not is_plain or formats.get_option('display.max_colwidth') is not None:
        return _make_fixed_width(strings, justify, minimum, adj)
    width = max(map(len, strings))
    return adjustment.justify(strings, max(width, minimum or 0), mode=justify)


def value_formatter(
    self: Any, float_format: Any = None, threshold: float | None = None
) -> Callable[[Any], str]:
    """What writes a number; whoever calls it leaves missing ones out."""
    form = float_format or self.float_format
    if not callable(form) or threshold is not None or self.decimal != '.':
        return _value_formatter(self, float_format, threshold)
    return lambda value: form(value=value)
