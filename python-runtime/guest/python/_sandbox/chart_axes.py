"""The axes of a chart: what they are called, which values stand along them, and on what scale."""

import re
from datetime import tzinfo
from typing import TYPE_CHECKING, Any

from matplotlib.category import StrCategoryConverter, StrCategoryLocator
from matplotlib.dates import DateConverter, _SwitchableDateConverter, num2date
from matplotlib.ticker import FixedFormatter, FixedLocator, FuncFormatter

from _sandbox.plain import plain

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis

_DATES = (DateConverter, _SwitchableDateConverter)
_MAX_TICKS = 100
_UNIT = re.compile(r'\s\((.*?)\)|\[(.*?)\]')


def labels_of(axes: Axes, *, swapped: bool = False) -> dict[str, Any]:
    """What the axes are called; swapped for bars that lie, whose names E2B expects along x."""
    x_label, y_label = axes.get_xlabel() or None, axes.get_ylabel() or None
    if swapped:
        x_label, y_label = y_label, x_label
    return {
        'x_label': x_label,
        'y_label': y_label,
        'x_unit': _unit(x_label),
        'y_unit': _unit(y_label),
    }


def ticks_of(axes: Axes) -> dict[str, Any]:
    """The ticks of both axes with their labels, and the scales."""
    return {**_ticks('x', axes.xaxis), **_ticks('y', axes.yaxis)}


def values_on(axis: Axis, numbers: list[float]) -> list[float | str | None]:
    """What positions on the axis stand for: categories, ISO dates, or the numbers themselves."""
    converter = axis.get_converter()
    if isinstance(converter, StrCategoryConverter):
        units: Any = axis.get_units()
        names = {number: name for name, number in units._mapping.items()}
        return [names.get(number, number) for number in numbers]
    if isinstance(converter, _DATES):
        return [_date(axis, number) for number in numbers]
    return [plain(float(number)) for number in numbers]


def names_on(axis: Axis) -> dict[float, str]:
    """The names along the axis by position, where it has names rather than numbers."""
    if not _is_named(axis):
        return {}
    texts = [label.get_text() for label in axis.get_majorticklabels()]
    return dict(zip(_positions(axis), texts, strict=False))


def _is_named(axis: Axis) -> bool:
    if isinstance(axis.get_converter(), StrCategoryConverter):
        return True
    fixed = isinstance(axis.get_major_locator(), (FixedLocator, StrCategoryLocator))
    return fixed and isinstance(axis.get_major_formatter(), (FixedFormatter, FuncFormatter))


def _ticks(letter: str, axis: Axis) -> dict[str, Any]:
    ticks = _positions(axis)[:_MAX_TICKS]
    labels = [label.get_text() for label in axis.get_majorticklabels()[:_MAX_TICKS]]
    scale = _scale(axis)
    return {
        f'{letter}_ticks': values_on(axis, ticks) if scale == 'datetime' else ticks,
        f'{letter}_tick_labels': labels,
        f'{letter}_scale': scale,
    }


def _positions(axis: Axis) -> list[float]:
    return [float(position) for position in axis.get_majorticklocs()]


def _scale(axis: Axis) -> str:
    if isinstance(axis.get_converter(), _DATES):
        return 'datetime'
    return 'categorical' if _is_named(axis) else axis.get_scale()


def _date(axis: Any, number: float) -> str | None:
    if plain(float(number)) is None:
        return None
    frequency = getattr(axis, 'freq', None)
    if frequency is not None:  # pandas counts in its periods.
        from pandas import Period  # noqa: PLC0415 - it is there if it drew this

        return Period(ordinal=round(number), freq=frequency).start_time.isoformat()
    zone = axis.get_units() if isinstance(axis.get_units(), tzinfo) else None
    moment = num2date(number, tz=zone)
    return (moment if zone else moment.replace(tzinfo=None)).isoformat()


def _unit(label: str | None) -> str | None:
    match = _UNIT.search(label or '')
    return match and (match[1] or match[2])
