"""An axis of a Plotly figure: where on it a value is, and how Matplotlib's axis shows it."""

import re
from collections.abc import Mapping
from typing import Any

import numpy as np
from matplotlib import dates, ticker

from _sandbox.plotly_values import array, color, number_format, plain, text_of

_DATE = re.compile(r'\d{4}-\d\d?(?:-\d\d?(?:[T ]\d\d?:\d\d.*)?)?')
_STRAIGHT = (0, 90, 180)
_MOST_TICKS = 40
_CHARACTER = 6.5
"""The pixels of a character, about."""
_LARGE = 10_000


class Axis:
    """An axis with its properties, which the template's are a part of."""

    def __init__(self, layout: Mapping[str, Any]) -> None:
        self.layout = layout
        kind = layout.get('type')
        self.kind: str | None = None if kind in (None, '-') else str(kind)
        self._places: dict[Any, int] = {}
        self._totals: dict[Any, float] = {}

    def meet(self, values: Any, weights: Any = None) -> None:
        """Takes note of values that will be on the axis, before any of them has a place."""
        values = array(values)
        if values is None or len(values) == 0:
            return
        if self.kind is None:
            self.kind = _kind_of(values)
        if self.kind != 'category':
            return
        heights = [0.0] * len(values) if weights is None else _floats(array(weights))
        for value, height in zip(values, heights, strict=False):
            self._places.setdefault(_key(value), len(self._places))
            self._totals[_key(value)] = self._totals.get(_key(value), 0) + height

    def settle(self) -> None:
        """Gives the categories their order."""
        order = str(self.layout.get('categoryorder', ''))
        known = list(self._places)
        if 'total' in order:
            known.sort(key=self._totals.__getitem__, reverse='descending' in order)
        elif order.startswith('category '):
            known.sort(key=str, reverse='descending' in order)
        else:
            wanted = self.layout.get('categoryarray')
            first = [] if wanted is None else [_key(value) for value in array(wanted)]
            known = [*first, *[value for value in known if value not in set(first)]]
        self._places = {value: at for at, value in enumerate(known)}

    def place(self, values: Any) -> Any:
        """Where on the axis the values are."""
        values = array(values)
        if self.kind == 'category':
            return np.array([self._places.get(_key(value), np.nan) for value in values], float)
        if self.kind == 'date':
            return np.array([_day(value) for value in values], float)
        return np.array(_floats(values), float)

    def place_one(self, value: Any) -> float:
        """Where one value is; of categories also the number of one."""
        if self.kind == 'category' and isinstance(value, (int, float)):
            return float(value)
        return float(self.place([value])[0])

    def apply(self, axes: Any, name: str) -> None:
        """Shows the axis, which is the `x` or the `y` of Matplotlib's axes."""
        axis, layout = getattr(axes, f'{name}axis'), self.layout
        getattr(axes, f'set_{name}label')(text_of(layout.get('title')))
        if self.kind == 'log':
            getattr(axes, f'set_{name}scale')('log')
        self._set_ticks(axis)
        self._set_limits(axes, name)
        if layout.get('showgrid', 'overlaying' not in layout):
            axis.grid(
                visible=True, color=color(layout.get('gridcolor'), 'lightgray'), linewidth=0.8
            )
        if layout.get('visible') is False:
            axis.set_visible(False)
        if layout.get('showticklabels') is False:
            axis.set_tick_params(labelleft=False, labelbottom=False, labelright=False)
        angle = layout.get('tickangle')
        if isinstance(angle, (int, float)):
            slanted = name == 'x' and angle not in _STRAIGHT
            anchor = {'ha': 'right' if angle < 0 else 'left', 'rotation_mode': 'anchor'}
            for label in axis.get_ticklabels():
                label.set(rotation=-angle, **(anchor if slanted else {}))

    def _set_ticks(self, axis: Any) -> None:
        layout = self.layout
        if layout.get('tickvals') is not None:
            texts = layout.get('ticktext')
            places = [self.place_one(value) for value in array(layout['tickvals'])]
            axis.set_ticks(
                places, None if texts is None else [plain(text) for text in array(texts)]
            )
        elif self.kind == 'category':
            _set_categories(axis, [plain(value) for value in self._places])
        elif self.kind == 'date':
            locator = dates.AutoDateLocator()
            axis.set_major_locator(locator)
            form = str(layout.get('tickformat') or '')
            concise = dates.ConciseDateFormatter(locator)
            axis.set_major_formatter(dates.DateFormatter(form) if '%' in form else concise)
        else:
            self._set_numbers(axis)

    def _set_numbers(self, axis: Any) -> None:
        layout = self.layout
        step = layout.get('dtick')
        if isinstance(step, (int, float)) and self.kind != 'log':
            axis.set_major_locator(ticker.MultipleLocator(step, offset=layout.get('tick0') or 0))
        before, after = plain(layout.get('tickprefix', '')), plain(layout.get('ticksuffix', ''))
        form = layout.get('tickformat')
        if form or before or after:
            show = number_format(str(form or ',.6~g'))
            axis.set_major_formatter(
                ticker.FuncFormatter(lambda value, at: f'{before}{show(value, at)}{after}')
            )
        elif self.kind == 'linear':
            axis.set_major_formatter(ticker.FuncFormatter(_short))

    def _set_limits(self, axes: Any, name: str) -> None:
        limits, layout = self.layout.get('range'), self.layout
        if self.kind == 'category' and self._places:
            getattr(axes, f'set_{name}lim')(-0.5, len(self._places) - 0.5)
        if limits is not None and all(limit is not None for limit in limits):
            ends = [limit if self.kind == 'log' else self.place_one(limit) for limit in limits]
            ends = [10**end for end in ends] if self.kind == 'log' else ends
            getattr(axes, f'set_{name}lim')(*ends)
        elif layout.get('rangemode') == 'tozero':
            getattr(axes, f'set_{name}lim')(**{'bottom' if name == 'y' else 'left': 0})
        if str(layout.get('autorange', '')).endswith('reversed'):
            getattr(axes, f'invert_{name}axis')()


def _short(value: float, _at: Any) -> str:
    shown = number_format('.4s')(value, None) if abs(value) >= _LARGE else f'{value:.10g}'
    number, prefix = (shown[:-1], shown[-1]) if shown[-1:].isalpha() else (shown, '')
    number = number.rstrip('0').rstrip('.') if '.' in number else number
    return f'{number}{"B" if prefix == "G" else prefix}'.replace('-', '\N{MINUS SIGN}')


def _set_categories(axis: Any, texts: list[str]) -> None:
    step = max(1, -(-len(texts) // _MOST_TICKS))
    axis.set_ticks(range(0, len(texts), step), texts[::step])
    pixels = axis.axes.get_window_extent()
    room = min(pixels.width, pixels.height) if axis.axes.get_aspect() == 1 else pixels.width
    width = sum(len(text) + 2 for text in texts[::step]) * _CHARACTER
    if axis.axis_name == 'x' and width > room:
        for label in axis.get_ticklabels():
            label.set(rotation=-45, ha='left', rotation_mode='anchor')


def _kind_of(values: Any) -> str:
    if values.dtype.kind in 'iufb':
        return 'linear'
    if values.dtype.kind == 'M':
        return 'date'
    there = [value for value in values if value is not None]
    if there and all(hasattr(value, 'isoformat') or _is_date(value) for value in there):
        return 'date'
    numbers = all(isinstance(value, (int, float, np.number)) for value in there)
    return 'linear' if there and numbers else 'category'


def _is_date(value: Any) -> bool:
    return isinstance(value, np.datetime64) or (
        isinstance(value, str) and _DATE.fullmatch(value) is not None
    )


def _day(value: Any) -> float:
    if value is None:
        return np.nan
    if isinstance(value, (int, float, np.number)):  # milliseconds since 1970
        return float(value) / 86_400_000
    try:
        import pandas  # noqa: PLC0415

        moment = pandas.Timestamp(value)
        return np.nan if moment is pandas.NaT else float(dates.date2num(moment.tz_localize(None)))
    except ValueError, TypeError:
        return np.nan


def _floats(values: Any) -> list[float]:
    made = []
    for value in values:
        try:
            made.append(float(value) if value is not None else np.nan)
        except TypeError, ValueError:
            made.append(np.nan)
    return made


def _key(value: Any) -> Any:
    value = value.item() if isinstance(value, np.generic) else value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)
