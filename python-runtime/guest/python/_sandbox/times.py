"""What `time` lacks here: letters and flags of glibc's `strftime`, and a clock of the thread."""

import re
import time
from collections.abc import Callable
from typing import Any

_format = time.strftime
_now = time.localtime

# With anything else the C library gives up, and answers with an empty text.
_PLAIN = re.compile(r'(?:[^%]|%[-_0]?[aAbBcCdDeFgGhHIjmMnprRsStTuUVwWxXyYzZ%])*')
_DIRECTIVE = re.compile(r'%([-_0^#]*)(\d*)[EO]?([a-zA-Z%])')
_MAX_WIDTH = 1_000

_MORE: dict[str, Callable[[Any, str], str]] = {
    'k': lambda moment, flag: _format(f'%{flag or "_"}H', moment),
    'l': lambda moment, flag: _format(f'%{flag or "_"}I', moment),
    'P': lambda moment, _flag: _format('%p', moment).lower(),
}
_NUMBERS = frozenset('CdegGHIjklmMsSuUVwWyY')


def install() -> None:
    """Gives `time` all that it has on Linux; `datetime.strftime` asks it."""
    time.strftime = strftime
    # There is one thread.
    time.thread_time, time.thread_time_ns = time.process_time, time.process_time_ns


def strftime(format: str, time_tuple: Any = None, /) -> str:
    """Convert a time tuple to a string according to a format; the time is now if it is left out."""
    moment = _now() if time_tuple is None else time_tuple
    if not isinstance(format, str) or _PLAIN.fullmatch(format):
        return _format(format, moment)
    _format('', moment)  # refuses what is no time, also where no letter needs one
    return _DIRECTIVE.sub(lambda match: _directive(match, moment), format)


def _directive(match: re.Match[str], moment: Any) -> str:
    flags, width, letter = match.groups()
    padding = next((flag for flag in reversed(flags) if flag in '-_0'), '')
    if letter in _MORE:
        text = _MORE[letter](moment, padding)
    else:
        text = _format(f'%{padding}{letter}', moment) or _format(f'%{letter}', moment)
        if not text and not _PLAIN.fullmatch(f'%{letter}'):
            return match[0]
    if '^' in flags:
        text = text.upper()
    if '#' in flags:
        text = text.lower() if letter in 'pZ' else text.upper()
    fill = '0' if padding == '0' or (letter in _NUMBERS and padding != '_') else ' '
    return text.rjust(min(int(width or 0), _MAX_WIDTH), fill)
