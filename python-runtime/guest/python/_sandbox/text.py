"""Text that is never too long: what is cut keeps its head and tail and says what is missing."""

from itertools import islice
from typing import Any

MAX_TEXT_CHARS = 65_536
"""One result's text; about what a model can read of a single value."""

_MAX_ITEMS = 2_000
"""Items of a collection that are written out: 30 characters each fill the text."""


def cut(text: str, max_chars: int = MAX_TEXT_CHARS) -> str:
    """The text itself, or its head and tail with the number of characters missing between them."""
    if len(text) <= max_chars:
        return text
    half = max_chars // 2
    missing = len(text) - 2 * half
    return f'{text[:half]}\n… {missing} characters left out …\n{text[-half:]}'


def printable(text: str) -> str:
    """The text with lone surrogates, which UTF-8 cannot carry, as escapes."""
    return text.encode('utf-8', 'backslashreplace').decode()


def bounded_repr(value: Any) -> str:
    """`repr(value)`, without writing out a huge collection or string first only to cut it."""
    if type(value) in (list, tuple) and len(value) > _MAX_ITEMS:
        return _sequence(value)
    if type(value) in (set, frozenset, dict) and len(value) > _MAX_ITEMS:
        return _unordered(value)
    if type(value) in (str, bytes, bytearray) and len(value) > MAX_TEXT_CHARS:
        return _string(value)
    return cut(repr(value))


def _sequence(items: Any) -> str:
    half = _MAX_ITEMS // 2
    head, tail = repr(items[:half]), repr(items[-half:])
    return cut(f'{head[:-1]}, … {len(items) - 2 * half} items left out …, {tail[1:]}')


def _unordered(items: Any) -> str:
    some = islice(items.items() if isinstance(items, dict) else items, _MAX_ITEMS)
    shown = repr(type(items)(some))
    closing = len(shown) - len(shown.rstrip('})'))
    left_out = f', … {len(items) - _MAX_ITEMS} items left out …'
    return cut(shown[:-closing] + left_out + shown[-closing:])


def _string(text: Any) -> str:
    half = MAX_TEXT_CHARS // 2
    while len(repr(text[:half])) + len(repr(text[-half:])) > MAX_TEXT_CHARS + 8:  # escapes
        half //= 2
    unit = 'characters' if isinstance(text, str) else 'bytes'
    missing = len(text) - 2 * half
    return f'{text[:half]!r}\n… {missing} {unit} left out …\n{text[-half:]!r}'
