"""Arabic and Hebrew in charts as they are read: from right to left, Arabic letters joined.

Matplotlib draws the characters of a text one after another. For that reason too, the marks that
choose or join emoji are left out.
"""

import functools
import re
import sys

from matplotlib.text import Text

# Letters that are still to be joined. A program that has joined them itself has other characters.
_LETTERS = re.compile('[\u0620-\u064a\u066e-\u06d3]')
_HEBREW = re.compile('[\u05d0-\u05ea]')
# What only tells which of several pictures is meant, or that several are one.
_MARKS = re.compile(
    '[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]|\u200d(?=[\u2600-\u2bff\U0001f000-\U0001faff])'
)
_BIDI = 'bidi.algorithm'


class _Bidi:
    is_ours = False
    """Whether the module was imported by this one: a program that did orders Hebrew itself."""


def install() -> None:
    """Has every line of a text shaped before it is measured and drawn."""
    prepare = Text._preprocess_math

    @functools.wraps(prepare)
    def prepare_shaped(self: Text, s: str) -> tuple[str, object]:
        line, is_math = prepare(self, s)
        return (_shaped(line) if not is_math else line), is_math

    Text._preprocess_math = prepare_shaped


def _shaped(line: str) -> str:
    if line.isascii():
        return line
    line = _MARKS.sub('', line)
    if _LETTERS.search(line):
        from arabic_reshaper import reshape  # noqa: PLC0415 - seldom needed, not in the snapshot

        return _ordered(reshape(line))
    is_ordered = _BIDI in sys.modules and not _Bidi.is_ours
    return _ordered(line) if _HEBREW.search(line) and not is_ordered else line


def _ordered(line: str) -> str:
    _Bidi.is_ours = _Bidi.is_ours or _BIDI not in sys.modules
    from bidi.algorithm import get_display  # noqa: PLC0415

    return get_display(line)
