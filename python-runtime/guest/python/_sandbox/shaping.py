"""Arabic letters in charts as they are read: joined, and from right to left.

Matplotlib draws the characters of a text one after another.
"""

import functools
import re

from matplotlib.text import Text

# Letters that are still to be joined. A program that has joined them itself has other characters.
_LETTERS = re.compile('[\u0620-\u064a\u066e-\u06d3]')


def install() -> None:
    """Has every line of a text shaped before it is measured and drawn."""
    prepare = Text._preprocess_math

    @functools.wraps(prepare)
    def prepare_shaped(self: Text, s: str) -> tuple[str, object]:
        line, is_math = prepare(self, s)
        return (_shaped(line) if not is_math and _LETTERS.search(line) else line), is_math

    Text._preprocess_math = prepare_shaped


def _shaped(line: str) -> str:
    from arabic_reshaper import reshape  # noqa: PLC0415 - seldom needed, and not in the snapshot
    from bidi.algorithm import get_display  # noqa: PLC0415

    return get_display(reshape(line))
