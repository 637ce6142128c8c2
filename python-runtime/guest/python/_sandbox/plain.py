"""Python values as JSON can carry them."""

import datetime
import json
import math
import sys
from decimal import Decimal
from typing import Any

_encode = json.JSONEncoder(allow_nan=False).encode


MAX_DEPTH = 80
"""How deep JSON may nest: what is deeper breaks whoever reads it."""


def plain(value: Any, *, depth: int = MAX_DEPTH) -> Any:
    """The value in JSON's types. What JSON has no number for (NaN, infinity) is null.

    Raises `TypeError` for a value that has no form in JSON, and `ValueError` for one that nests
    deeper than JSON may.
    """
    if depth == 0:
        raise ValueError(f'JSON may nest {MAX_DEPTH} deep')
    if value is None or isinstance(value, (bool, int, str)):
        return _scalar(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, dict):
        return {str(key): plain(item, depth=depth - 1) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item, depth=depth - 1) for item in value]
    return plain(_simpler(value), depth=depth - 1)


def encoded(value: Any) -> str:
    """The value as JSON."""
    return _encode(value)


def weight(text: str) -> int:
    """At least how many values and keys JSON has; what looks like one in a string counts too."""
    return sum(map(text.count, ',:[{'))


def _scalar(value: Any) -> Any:
    # A subclass, such as an enum, may print itself in its own way.
    if isinstance(value, str):
        return str.__str__(value)
    return value if value is None or isinstance(value, bool) else int(value)


def _simpler(value: Any) -> Any:
    """One step towards Python's own types from numpy's scalars, dates and decimals."""
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    numpy: Any = sys.modules.get('numpy')
    if numpy is not None and isinstance(value, numpy.datetime64):
        return None if numpy.isnat(value) else value.astype('datetime64[us]').item()
    if numpy is not None and isinstance(value, numpy.generic):
        return value.item()
    raise TypeError(f'{type(value).__name__} has no form in JSON')
