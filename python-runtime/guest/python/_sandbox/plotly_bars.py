"""The bars of a Plotly figure: side by side or on top of each other, counted or given."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np

from _sandbox.plotly_axes import Axis
from _sandbox.plotly_marks import colors_of, draw_errors
from _sandbox.plotly_panel import Panel, Trace
from _sandbox.plotly_values import POINTS, array, color, filled, of_each, plain

_STACKED = ('stack', 'relative')
_RISE, _FALL, _TOTAL = '#3D9970', '#FF4136', '#4499FF'
_MAX_BINS = 2_000


class _Bars:
    """The bars of one trace: where they are, how long and how wide."""

    def __init__(self, panel: Panel, trace: Trace) -> None:
        self.trace = trace
        self.is_flat = is_horizontal(trace)
        self.along, self.across = (panel.y, panel.x) if self.is_flat else (panel.x, panel.y)
        self.width: Any = None
        self.base: Any = 0.0
        self.colors: Any = None


def is_horizontal(trace: Mapping[str, Any]) -> bool:
    """Whether bars lie rather than stand."""
    if trace.get('orientation') in ('h', 'v'):
        return trace['orientation'] == 'h'
    if trace['type'] == 'funnel':
        return True
    if trace['type'] == 'histogram':
        return trace.get('x') is None
    return False


def draw_bars(panel: Panel, traces: list[Trace]) -> None:
    """Draws bars and histograms, which share their places."""
    edges = _shared_edges(panel, [trace for trace in traces if trace['type'] == 'histogram'])
    drawn = []
    for trace in traces:
        bars = _Bars(panel, trace)
        if trace['type'] == 'histogram':
            _count(bars, edges)
        else:
            _place(bars)
        drawn.append(bars)
    _arrange(panel, drawn)
    for bars in drawn:
        _draw(panel, bars)


def _place(bars: _Bars) -> None:
    trace = bars.trace
    names = ('y', 'x') if bars.is_flat else ('x', 'y')
    lengths = bars.across.place(trace[names[1]])
    given = array(trace.get(names[0]))
    places = np.arange(len(lengths), dtype=float) if given is None else bars.along.place(given)
    count = min(len(places), len(lengths))
    bars.places, bars.lengths = places[:count], lengths[:count]
    if trace.get('base') is not None:
        base = of_each(trace['base'], count, 0)
        dated = bars.across.kind == 'date'
        bars.base = bars.across.place(base) if dated else np.asarray(base, float)
    if trace['type'] == 'funnel':
        bars.base = -bars.lengths / 2
    if trace['type'] == 'waterfall':
        _fall(bars)
    if trace.get('width') is not None:
        bars.width = np.asarray(of_each(trace['width'], count, 0), float)


def _fall(bars: _Bars) -> None:
    measures = of_each(bars.trace.get('measure'), len(bars.lengths), 'relative')
    bases, lengths, shades, level = [], [], [], 0.0
    for kind, length in zip(measures, bars.lengths, strict=True):
        if kind in ('total', 'absolute'):
            level = level if kind == 'total' else float(length)
            bases.append(0.0)
            lengths.append(level)
            shades.append(_TOTAL)
        else:
            bases.append(level)
            lengths.append(float(length))
            shades.append(_RISE if length >= 0 else _FALL)
            level += float(length)
    bars.base, bars.lengths, bars.colors = np.array(bases), np.array(lengths), shades


def _shared_edges(panel: Panel, traces: list[Trace]) -> dict[bool, Any]:
    """The bins of all histograms of a panel, by whether they lie."""
    made: dict[bool, Any] = {}
    for flat in (False, True):
        name, axis = ('y', panel.y) if flat else ('x', panel.x)
        ours = [trace for trace in traces if is_horizontal(trace) == flat]
        values = [axis.place(trace[name]) for trace in ours if trace.get(name) is not None]
        if values:
            made[flat] = _edges(axis, np.concatenate(values), ours[0], name)
    return made


def _edges(axis: Axis, values: Any, trace: Trace, name: str) -> Any:
    there = values[np.isfinite(values)]
    if axis.kind == 'category':
        return np.arange(there.max(initial=0) + 2) - 0.5
    low, high = there.min(initial=np.inf), there.max(initial=-np.inf)
    if not np.isfinite(low):
        return np.array([0.0, 1.0])
    bins, most = trace.get(f'{name}bins') or {}, trace.get(f'nbins{name}')
    size = bins.get('size')
    if not isinstance(size, (int, float)):
        rough = (high - low) / most if most else 2 * there.std() / there.size**0.4
        size = _round_up(float(rough)) if rough > 0 else 1.0
        whole = bool(np.all(there == np.round(there)))
        size = max(size, 1.0) if whole and not most else size
    start = bins.get('start')
    start = np.floor(low / size) * size if start is None else axis.place_one(start)
    if bins.get('start') is None and size == 1 and np.all(there == np.round(there)):
        start -= 0.5
    count = min(max(int(np.floor((high - start) / size)) + 1, 1), _MAX_BINS)
    return start + np.arange(count + 1) * size


def _round_up(size: float) -> float:
    power = 10.0 ** np.floor(np.log10(size))
    return float(next(step * power for step in (1, 2, 5, 10) if step * power >= size * 0.999))


def _count(bars: _Bars, edges: Mapping[bool, Any]) -> None:
    trace = bars.trace
    name, other = ('y', 'x') if bars.is_flat else ('x', 'y')
    bounds = edges[bars.is_flat]
    values = bars.along.place(trace[name])
    weights = None
    if trace.get('histfunc') in ('sum', 'avg') and trace.get(other) is not None:
        weights = np.asarray(array(trace[other]), float)
    there = np.isfinite(values)
    values = values[there]
    heights, _ = np.histogram(values, bounds, weights=None if weights is None else weights[there])
    heights = heights.astype(float)
    if trace.get('histfunc') == 'avg' and weights is not None:
        heights /= np.maximum(np.histogram(values, bounds)[0], 1)
    norm, total = str(trace.get('histnorm', '')), heights.sum() or 1
    heights = heights / total if 'prob' in norm or norm == 'percent' else heights
    heights = heights * 100 if norm == 'percent' else heights
    if 'density' in norm:
        heights = heights / np.diff(bounds)
    if (trace.get('cumulative') or {}).get('enabled'):
        heights = heights.cumsum()
    bars.places, bars.lengths = (bounds[1:] + bounds[:-1]) / 2, heights


def _arrange(panel: Panel, drawn: list[_Bars]) -> None:
    """Gives the bars their widths and their places beside or on top of each other."""
    mode = str(panel.layout.get('barmode', 'group'))
    counted = any(bars.trace['type'] == 'histogram' for bars in drawn)
    numeric = counted and drawn[0].along.kind != 'category'
    gap = float(panel.layout.get('bargap', 0 if numeric else 0.2))
    places = np.unique(np.concatenate([bars.places for bars in drawn]))
    between = np.diff(places[np.isfinite(places)])
    unit = 1.0 if drawn[0].along.kind == 'category' or not between.size else between.min()
    whole = float(unit) * (1 - gap)
    groups = [bars.trace.get('offsetgroup') or str(at) for at, bars in enumerate(drawn)]
    order = list(dict.fromkeys(groups))
    beside = mode == 'group' and len(order) > 1
    ends: dict[Any, float] = defaultdict(float)
    for bars, group in zip(drawn, groups, strict=True):
        width = whole / len(order) if beside else whole
        if bars.width is None:
            shown = width * (1 - float(panel.layout.get('bargroupgap', 0)))
            bars.width = np.full(len(bars.places), shown)
        # Bars of one trace that share a place would hide each other.
        alone = mode not in _STACKED and not (beside and groups.count(group) > 1)
        bars.base = _stacked(bars, ends, id(bars) if alone else group if beside else '')
        if beside:
            shift = (order.index(group) - (len(order) - 1) / 2) * width
            bars.places = bars.places + shift


def _stacked(bars: _Bars, ends: dict[Any, float], group: Any) -> Any:
    counted = bars.trace['type'] == 'histogram' and isinstance(group, int)
    if counted or np.ndim(bars.base) > 0:
        return bars.base
    base = []
    for place, length in zip(bars.places, bars.lengths, strict=True):
        key = (group, place, bool(length < 0))
        base.append(ends[key])
        ends[key] += 0 if np.isnan(length) else float(length)
    return np.array(base)


def _draw(panel: Panel, bars: _Bars) -> None:
    trace = bars.trace
    marker = trace.get('marker') or {}
    count = len(bars.places)
    shades = bars.colors or colors_of(panel, marker, count, trace['color'])
    overlaid = panel.layout.get('barmode') == 'overlay' and trace['type'] == 'histogram'
    opacity = marker.get('opacity', trace.get('opacity'))
    edge = marker.get('line') or {}
    style: dict[str, Any] = {
        'color': shades,
        'label': plain(trace.get('name', '')),
        'alpha': opacity if isinstance(opacity, (int, float)) else (0.75 if overlaid else None),
        'edgecolor': color(edge.get('color'), 'white'),
        'linewidth': float(edge.get('width', 0.5) or 0) * POINTS,
        'zorder': 2,
    }
    if bars.is_flat:
        made = panel.axes.barh(bars.places, bars.lengths, bars.width, bars.base, **style)
    else:
        made = panel.axes.bar(bars.places, bars.lengths, bars.width, bars.base, **style)
    _write(panel, bars, made)
    _draw_errors(panel, bars)


def _write(panel: Panel, bars: _Bars, made: Any) -> None:
    trace = bars.trace
    template, text = trace.get('texttemplate'), trace.get('text')
    if trace['type'] == 'funnel' and text is None:
        template = template or '%{x}'
    if trace.get('textposition') == 'none' or (template is None and text is None):
        return
    texts = of_each(text, len(bars.lengths), '')
    if isinstance(template, str):
        ours, other = ('x', 'y') if bars.is_flat else ('y', 'x')
        texts = [
            filled(template, {ours: length, other: place, 'text': each, 'value': length})
            for length, place, each in zip(bars.lengths, bars.places, texts, strict=True)
        ]
    outside = trace.get('textposition') == 'outside'
    panel.axes.bar_label(
        made,
        [each if isinstance(each, str) else f'{each:,.6g}' for each in map(_plain, texts)],
        label_type='edge' if outside else 'center',
        padding=2 if outside else 0,
        color='#2a3f5f' if outside else 'white',
    )


def _plain(text: Any) -> Any:
    return plain(text) if isinstance(text, str) else text


def _draw_errors(panel: Panel, bars: _Bars) -> None:
    ends = bars.lengths + bars.base
    x, y = (ends, bars.places) if bars.is_flat else (bars.places, ends)
    trace = {**bars.trace, 'color': '#2a3f5f'}
    draw_errors(panel, trace, (x, y))
