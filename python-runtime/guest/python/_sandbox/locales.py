"""The locales of a Linux on which none are installed: C, and C with UTF-8.

The C library of the sandbox takes every name and does nothing about it.
"""

import _locale
import locale

_NAMES = ('C', 'POSIX', 'C.UTF-8', 'C.utf8', 'C.utf-8', 'C.UTF8')
_CATEGORIES = (
    'LC_CTYPE',
    'LC_NUMERIC',
    'LC_TIME',
    'LC_COLLATE',
    'LC_MONETARY',
    'LC_MESSAGES',
    'LC_PAPER',
    'LC_NAME',
    'LC_ADDRESS',
    'LC_TELEPHONE',
    'LC_MEASUREMENT',
    'LC_IDENTIFICATION',
)
"""Of glibc, in its order. Python has numbers for the first six."""

_DEFAULT = 'C.UTF-8'
_set: dict[str, str] = {}


def install() -> None:
    """Lets `locale.setlocale` answer as on such a Linux."""
    _set.update(dict.fromkeys(_CATEGORIES, 'C'), LC_CTYPE=_DEFAULT)
    _locale.setlocale = locale._setlocale = setlocale


def setlocale(category: int, locale: str | None = None, /) -> str:
    """Activates and queries locales, as `_locale.setlocale` does."""
    names = _names_of(category)
    if locale is not None:
        _set.update(_parsed(locale, names))
    values = {_set[name] for name in names}
    return values.pop() if len(values) == 1 else ';'.join(f'{name}={_set[name]}' for name in names)


def _names_of(category: int) -> tuple[str, ...]:
    if category == _locale.LC_ALL:
        return _CATEGORIES
    for name in _CATEGORIES[: _locale.LC_ALL]:
        if getattr(_locale, name) == category:
            return (name,)
    raise _locale.Error('invalid locale category')


def _parsed(value: str, names: tuple[str, ...]) -> dict[str, str]:
    parts = dict.fromkeys(names, value or _DEFAULT)
    if '=' in value and len(names) > 1:  # what it answered itself where not all were the same
        parts = dict(part.partition('=')[::2] for part in value.split(';'))
    if parts.keys() != set(names) or not all(part in _NAMES for part in parts.values()):
        raise _locale.Error('unsupported locale setting')
    return {name: 'C' if part == 'POSIX' else part for name, part in parts.items()}
