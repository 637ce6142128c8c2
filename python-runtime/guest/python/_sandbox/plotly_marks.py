"""How lines, points, their colors and their errors are drawn, whatever the kind of a trace."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from _sandbox.plotly_panel import Panel, Trace
from _sandbox.plotly_values import POINTS, array, color, of_each

_DASHES: dict[str, Any] = {
    'dash': (0, (6, 3)),
    'dot': (0, (1.5, 2.5)),
    'dashdot': (0, (6, 2.5, 1.5, 2.5)),
    'longdash': (0, (9, 4)),
    'longdashdot': (0, (9, 3, 1.5, 3)),
}
_MARKERS = {
    'square': 's',
    'diamond': 'D',
    'cross': 'P',
    'x': 'X',
    'triangle-up': '^',
    'triangle-down': 'v',
    'triangle-left': '<',
    'triangle-right': '>',
    'pentagon': 'p',
    'hexagon': 'h',
    'star': '*',
}
_SIZE = 6


def line_style(line: Mapping[str, Any], own: Any) -> dict[str, Any]:
    """How a line is drawn, as Matplotlib names it."""
    return {
        'color': color(line.get('color'), own),
        'linewidth': float(line.get('width', 2)) * POINTS,
        'linestyle': _DASHES.get(str(line.get('dash', 'solid')), 'solid'),
    }


def marker_style(panel: Panel, trace: Trace, count: int) -> dict[str, Any]:
    """How the points of a trace are drawn, as `scatter` takes it."""
    marker = trace.get('marker') or {}
    symbols = of_each(marker.get('symbol'), count, 'circle')
    symbol = str(symbols[0]).removesuffix('-dot') if symbols else 'circle'
    is_open = symbol.endswith('-open')
    style: dict[str, Any] = {
        's': _areas(marker, count),
        'marker': _MARKERS.get(symbol.removesuffix('-open'), 'o'),
        'alpha': marker.get('opacity') if _is_number(marker.get('opacity')) else None,
    }
    style['alpha'] = style['alpha'] if style['alpha'] is not None else trace.get('opacity')
    shades = colors_of(panel, marker, count, trace['color'])
    edge = marker.get('line') or {}
    border = color(edge.get('color'), 'none' if not edge.get('width') else 'white')
    style |= {'facecolors': 'none', 'edgecolors': shades} if is_open else {'c': shades}
    if not is_open:
        style |= {'edgecolors': border, 'linewidths': float(edge.get('width') or 0) * POINTS}
    return style


def colors_of(panel: Panel, part: Mapping[str, Any], count: int, own: Any) -> list[Any]:
    """The color of each of so many points."""
    given = part.get('color', part.get('colors'))
    values = None if given is None or isinstance(given, str) else array(given)
    if values is not None and values.dtype.kind in 'iuf':
        return list(panel.colored(part, values).to_rgba(np.asarray(values, float)))[:count]
    return [color(each, own) for each in of_each(given, count, own)]


def _areas(marker: Mapping[str, Any], count: int) -> Any:
    given = marker.get('size', _SIZE)
    if _is_number(given):
        return np.full(count, (given * POINTS) ** 2)
    sizes = np.asarray(array(given), float)[:count] / float(marker.get('sizeref') or 1)
    across = np.sqrt(sizes) if marker.get('sizemode') == 'area' else sizes
    return np.maximum(np.nan_to_num(across), marker.get('sizemin') or 1) ** 2 * POINTS**2


def draw_errors(panel: Panel, trace: Trace, points: tuple[Any, Any]) -> None:
    """Draws the bars that say how sure the points of a trace are."""
    x, y = points
    for name, values in (('x', x), ('y', y)):
        bars = trace.get(f'error_{name}') or {}
        if not bars or bars.get('visible') is False:
            continue
        upper = _error(bars, 'array', values)
        lower = upper if bars.get('arrayminus') is None else _error(bars, 'arrayminus', values)
        panel.axes.errorbar(
            x,
            y,
            **{f'{name}err': [lower, upper]},
            fmt='none',
            ecolor=color(bars.get('color'), trace['color']),
            capsize=3,
        )


def _error(bars: Mapping[str, Any], name: str, values: Any) -> Any:
    if bars.get(name) is not None:
        return np.nan_to_num(np.asarray(array(bars[name]), float))
    share = bars.get('type') == 'percent'
    return np.abs(values) * bars.get('value', 10) / 100 if share else values * 0 + bars.get('value')


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float, np.number)) and not isinstance(value, bool)
