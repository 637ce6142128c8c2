"""The boxes and violins of a Plotly figure."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from matplotlib.colors import to_rgba

from _sandbox.plotly_panel import Panel, Trace
from _sandbox.plotly_values import POINTS, array, color, plain

_CLEAR = 0.05


def is_horizontal(trace: Mapping[str, Any]) -> bool:
    """Whether boxes lie rather than stand."""
    if trace.get('orientation') in ('h', 'v'):
        return trace['orientation'] == 'h'
    return trace.get('y') is None


def draw_boxes(panel: Panel, traces: list[Trace]) -> None:
    """Draws them, side by side where they share a place."""
    mode = panel.layout.get('boxmode', panel.layout.get('violinmode', 'overlay'))
    groups = list(dict.fromkeys(trace.get('offsetgroup') or at for at, trace in enumerate(traces)))
    beside = mode == 'group' and len(groups) > 1
    for at, trace in enumerate(traces):
        flat = is_horizontal(trace)
        axis, other = (panel.x, panel.y) if flat else (panel.y, panel.x)
        values = axis.place(trace['x' if flat else 'y'])
        named = array(trace.get('y' if flat else 'x'))
        if named is None:
            alone = trace.get('y0' if flat else 'x0', trace.get('name', f'trace {at}'))
            named = np.full(len(values), alone, dtype=object)
        places = other.place(named)
        width = 0.5 / len(groups) if beside else 0.5
        place = groups.index(trace.get('offsetgroup') or at) - (len(groups) - 1) / 2
        _draw(panel, trace, (values, places, place * 0.7 / len(groups) if beside else 0, width))


def places_of(trace: Mapping[str, Any], number: int) -> tuple[str, Any]:
    """The axis that the boxes of a trace stand on, and what they are called on it."""
    name = 'y' if is_horizontal(trace) else 'x'
    given = trace.get(name)
    return name, [trace.get(f'{name}0', trace.get('name', f'trace {number}'))] if (
        given is None
    ) else given


def _draw(panel: Panel, trace: Trace, content: tuple[Any, Any, float, float]) -> None:
    values, places, shift, width = content
    orientation = 'horizontal' if is_horizontal(trace) else 'vertical'
    there = np.isfinite(values)
    at = np.unique(places[there])
    data = [values[there & (places == place)] for place in at]
    shade = color((trace.get('line') or {}).get('color'), trace['color'])
    shade = color((trace.get('marker') or {}).get('color'), shade)
    alone = color(trace.get('fillcolor'), None)
    points = trace.get('boxpoints', trace.get('points', 'outliers'))
    is_strip = alone is not None and to_rgba(alone)[3] < _CLEAR
    options = {'positions': at + shift, 'widths': width, 'orientation': orientation}
    label = plain(trace.get('name', ''))
    if data and trace['type'] == 'violin':
        parts = panel.axes.violinplot(data, showmedians=True, showextrema=True, **options)
        for body in parts['bodies']:
            body.set(facecolor=shade, edgecolor=shade, alpha=0.5)
        for name in ('cmedians', 'cmins', 'cmaxes', 'cbars'):
            parts[name].set(color=shade, linewidth=1)
        parts['bodies'][0].set_label(label)
    elif data and not is_strip:
        _box(panel, (data, shade, label), options, showfliers=points == 'outliers')
    if points == 'all':
        _scatter(panel, trace, (data, at + shift, width, shade))


def _box(
    panel: Panel, content: tuple[Any, Any, str], options: Mapping[str, Any], *, showfliers: bool
) -> None:
    data, shade, label = content
    line = {'color': shade, 'linewidth': 2 * POINTS}
    parts = panel.axes.boxplot(
        data,
        patch_artist=True,
        manage_ticks=False,
        showfliers=showfliers,
        boxprops={'facecolor': (*to_rgba(shade)[:3], 0.5), 'edgecolor': shade},
        medianprops=line,
        whiskerprops=line,
        capprops=line,
        flierprops={'marker': 'o', 'markersize': 4, 'markerfacecolor': shade, 'markeredgewidth': 0},
        **options,
    )
    parts['boxes'][0].set_label(label)


def _scatter(panel: Panel, trace: Trace, content: tuple[Any, Any, float, Any]) -> None:
    """All points, spread over the width in an order that looks like none and is always the same."""
    data, at, width, shade = content
    label = plain(trace.get('name', ''))
    for place, values in zip(at, data, strict=True):
        spread = (np.arange(len(values)) * 0.618 % 1 - 0.5) * width
        x, y = (values, place + spread) if is_horizontal(trace) else (place + spread, values)
        panel.axes.scatter(x, y, s=16, color=shade, linewidths=0, label=label, zorder=3)
        label = '_'
