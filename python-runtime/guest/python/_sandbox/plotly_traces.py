"""How each kind of trace of a Plotly figure is drawn by Matplotlib."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from _sandbox.plotly_bars import draw_bars
from _sandbox.plotly_boxes import draw_boxes
from _sandbox.plotly_marks import draw_errors, line_style, marker_style
from _sandbox.plotly_panel import Panel, Trace
from _sandbox.plotly_values import array, color, filled, matrix, of_each, plain

_MANY_POINTS = 20
_STEPS = {'hv': 'steps-post', 'vh': 'steps-pre', 'hvh': 'steps-mid'}
_MAX_BINS = 200
_RISE, _FALL = '#3D9970', '#FF4136'


def _draw_scatter(panel: Panel, trace: Trace) -> None:
    x, y = points_of(panel, trace)
    mode = str(trace.get('mode') or ('lines' if len(x) >= _MANY_POINTS else 'lines+markers'))
    line = trace.get('line') or {}
    group = trace.get('stackgroup')
    if group:
        base = panel.stacked.get(group)
        y = y if base is None or len(base) != len(y) else y + base
        panel.stacked[group] = y
        mode = trace.get('mode') or 'lines'
    _fill(panel, trace, x, y)
    label, opacity = plain(trace.get('name', '')), trace.get('opacity', 1)
    style = line_style(line, trace['color'])
    if 'lines' in mode:
        drawn = _STEPS.get(str(line.get('shape')), 'default')
        panel.axes.plot(x, y, label=label, alpha=opacity, drawstyle=drawn, zorder=2.5, **style)
    if 'markers' in mode:
        style = marker_style(panel, trace, len(x))
        named = '_' if 'lines' in mode else label
        panel.axes.scatter(x, y, label=named, zorder=3, **style)
    if 'text' in mode:
        _write(panel, trace, x, y)
    draw_errors(panel, trace, (x, y))


def points_of(panel: Panel, trace: Trace) -> tuple[Any, Any]:
    """Where the points of a trace are; those without an `x` or a `y` are counted."""
    x, y = array(trace.get('x')), array(trace.get('y'))
    if x is None:
        x = np.arange(len(y)) * trace.get('dx', 1) + trace.get('x0', 0)
    if y is None:
        y = np.arange(len(x)) * trace.get('dy', 1) + trace.get('y0', 0)
    count = min(len(x), len(y))
    return panel.x.place(x[:count]), panel.y.place(y[:count])


def _fill(panel: Panel, trace: Trace, x: Any, y: Any) -> None:
    fill = trace.get('fill') or ('tonexty' if trace.get('stackgroup') else 'none')
    shade = color(trace.get('fillcolor'), None)
    style = {'linewidth': 0, 'color': trace['color'] if shade is None else shade}
    style |= {'alpha': 0.5} if shade is None else {}
    before = panel.axes.__dict__.get('_plotly_last')
    if fill == 'tozeroy' or (fill == 'tonexty' and before is None):
        panel.axes.fill_between(x, y, 0, **style)
    elif fill == 'tonexty':
        # The curve before need not have the same places.
        panel.axes.fill([*x, *before[0][::-1]], [*y, *before[1][::-1]], **style)
    elif fill == 'tozerox':
        panel.axes.fill_betweenx(y, x, 0, **style)
    elif fill in ('toself', 'tonext'):
        panel.axes.fill(x, y, **style)
    panel.axes.__dict__['_plotly_last'] = (x, y)


def _write(panel: Panel, trace: Trace, x: Any, y: Any) -> None:
    texts = of_each(trace.get('text'), len(x), '')
    template, place = trace.get('texttemplate'), str(trace.get('textposition', 'middle center'))
    up, side = [*place.split(), 'center'][:2] if ' ' in place else (place, 'center')
    shift = {'top': (0, 4), 'bottom': (0, -4)}.get(up, (0, 0))
    for text, at, height in zip(texts, x, y, strict=False):
        values = {'text': text, 'x': at, 'y': height}
        panel.axes.annotate(
            filled(template, values) if isinstance(template, str) else plain(text),
            (at, height),
            xytext=shift,
            textcoords='offset points',
            ha={'left': 'right', 'right': 'left'}.get(side, 'center'),
            va={'top': 'bottom', 'bottom': 'top'}.get(up, 'center'),
            zorder=4,
        )


def _draw_heatmap(panel: Panel, trace: Trace) -> None:
    z = matrix(trace['z'])
    x, y = centers(panel, trace, z)
    mappable = panel.colored(trace, z)
    panel.axes.pcolormesh(x, y, z, cmap=mappable.cmap, norm=mappable.norm, shading='nearest')
    template, texts = trace.get('texttemplate'), trace.get('text')
    if not isinstance(template, str):
        return
    rows = None if texts is None else [list(array(row)) for row in texts]
    for row, height in enumerate(y):
        for column, at in enumerate(x):
            value = z[row, column]
            text = '' if rows is None else rows[row][column]
            dark = np.mean(mappable.to_rgba(value)[:3]) < 0.5  # noqa: PLR2004
            shown = '' if np.isnan(value) else filled(template, {'z': value, 'text': text})
            ink = 'white' if dark else 'black'
            panel.axes.text(at, height, shown, ha='center', va='center', color=ink)


def centers(panel: Panel, trace: Trace, z: Any) -> tuple[Any, Any]:
    """The places of the columns and rows of a table of values."""
    made = []
    for name, axis, count in (('x', panel.x, z.shape[1]), ('y', panel.y, z.shape[0])):
        given = array(trace.get(name))
        if given is None:
            start, step = trace.get(f'{name}0', 0), trace.get(f'd{name}', 1)
            made.append(np.arange(count) * step + start)
        else:
            places = axis.place(given)
            made.append((places[1:] + places[:-1]) / 2 if len(places) == count + 1 else places)
    return made[0], made[1]


def _draw_contour(panel: Panel, trace: Trace) -> None:
    z = matrix(trace['z'])
    x, y = centers(panel, trace, z)
    _contours(panel, trace, (x, y, z))


def _contours(panel: Panel, trace: Trace, surface: tuple[Any, Any, Any]) -> None:
    ours = trace.get('contours') or {}
    step, levels = ours.get('size'), 15 if trace.get('ncontours') is None else trace['ncontours']
    if step and ours.get('start') is not None:
        levels = np.arange(ours['start'], ours['end'] + step / 2, step)
    if ours.get('coloring') in ('lines', 'none'):
        panel.axes.contour(*surface, levels=levels, colors=[trace['color']], linewidths=1)
        return
    mappable = panel.colored(trace, surface[2])
    shades = {'cmap': mappable.cmap, 'norm': mappable.norm}
    panel.axes.contourf(*surface, levels=levels, **shades)
    panel.axes.contour(*surface, levels=levels, colors='black', linewidths=0.3)


def _draw_histogram2d(panel: Panel, trace: Trace) -> None:
    x, y = points_of(panel, trace)
    bins = [
        _edges(axis, values, trace.get(f'nbins{name}'))
        for name, axis, values in (('x', panel.x, x), ('y', panel.y, y))
    ]
    weights = None if trace.get('histfunc') != 'sum' else np.asarray(array(trace['z']), float)
    counts, columns, rows = np.histogram2d(x, y, bins=bins, weights=weights)
    if trace['type'] == 'histogram2d':
        mappable = panel.colored(trace, counts)
        shades = {'cmap': mappable.cmap, 'norm': mappable.norm}
        panel.axes.pcolormesh(columns, rows, counts.T, **shades)
    else:
        middles = [(edges[1:] + edges[:-1]) / 2 for edges in (columns, rows)]
        _contours(panel, trace, (middles[0], middles[1], counts.T))


def _edges(axis: Any, values: Any, most: Any) -> Any:
    if axis.kind == 'category':
        return np.arange(np.nanmax(values) + 2) - 0.5
    there = values[np.isfinite(values)]
    if most:
        return np.histogram_bin_edges(there, int(most))
    size = 2 * there.std() / max(there.size, 1) ** 0.25
    count = int(np.ptp(there) / size) + 1 if size > 0 else 1
    return np.histogram_bin_edges(there, min(count, _MAX_BINS))


def _draw_image(panel: Panel, trace: Trace) -> None:
    if trace.get('z') is not None:
        pixels = array(trace['z'])
        pixels = np.array([[list(cell) for cell in row] for row in pixels], np.uint8)
    else:
        import io  # noqa: PLC0415
        from base64 import b64decode  # noqa: PLC0415

        from PIL import Image  # noqa: PLC0415

        with Image.open(io.BytesIO(b64decode(trace['source'].partition(',')[2]))) as picture:
            pixels = np.asarray(picture.convert('RGBA'))
    panel.axes.imshow(pixels, aspect='equal', zorder=0.5)


def _draw_candles(panel: Panel, trace: Trace) -> None:
    x = panel.x.place(trace['x'])
    start, top, low, end = (panel.y.place(trace[name]) for name in ('open', 'high', 'low', 'close'))
    gaps = np.diff(np.unique(x))
    width = 0.6 * (gaps.min() if gaps.size else 1)
    rises = end >= start
    for name, which, own in (('increasing', rises, _RISE), ('decreasing', ~rises, _FALL)):
        shade = color(((trace.get(name) or {}).get('line') or {}).get('color'), own)
        at, bottom = x[which], np.minimum(start, end)[which]
        panel.axes.vlines(at, low[which], top[which], color=shade, linewidth=1)
        if trace['type'] == 'ohlc':
            panel.axes.hlines(start[which], at - width / 2, at, color=shade)
            panel.axes.hlines(end[which], at, at + width / 2, color=shade)
        else:
            panel.axes.bar(at, np.abs(end - start)[which], width, bottom, color=shade)


def _draw_pie(panel: Panel, trace: Trace) -> None:
    values = array(trace.get('values'))
    labels = array(trace.get('labels'))
    labels = np.arange(len(values)) if labels is None else labels
    sums: dict[str, float] = {}
    values = np.ones(len(labels)) if values is None else np.asarray(values, float)
    for label, value in zip(labels, values, strict=False):
        sums[str(label)] = sums.get(str(label), 0) + float(value)
    names = sorted(sums, key=sums.__getitem__, reverse=True) if trace.get('sort', True) else [*sums]
    given = of_each((trace.get('marker') or {}).get('colors'), len(labels), None)
    wanted = dict(zip(map(str, labels), given, strict=False))
    order = {name: at for at, name in enumerate(names)}
    way = panel.layout.get('colorway') or ['C0']
    shades = [color(wanted.get(name), color(way[order[name] % len(way)])) for name in names]
    info = str(trace.get('textinfo', 'percent'))
    total = sum(sums.values()) or 1
    shown = {
        name: [
            *([plain(name)] if 'label' in info else []),
            *([f'{sums[name]:,.6g}'] if 'value' in info else []),
            *([f'{sums[name] / total:.3g}'] if info == 'fraction' else []),
            *([f'{100 * sums[name] / total:.3g}%'] if 'percent' in info else []),
        ]
        for name in names
    }
    hole = float(trace.get('hole', 0))
    pulls = dict(zip(map(str, labels), of_each(trace.get('pull'), len(labels), 0), strict=False))
    wedges, *_ = panel.axes.pie(
        [sums[name] for name in names],
        labels=['\n'.join(shown[name]) for name in names],
        labeldistance=(1 + hole) / 2 if hole else 0.62,
        colors=shades,
        explode=[float(pulls.get(name) or 0) for name in names],
        startangle=90,
        counterclock=trace.get('direction') != 'clockwise',
        wedgeprops={'width': 1 - hole} if hole else None,
        textprops={'color': 'white', 'ha': 'center', 'va': 'center'},
    )
    for wedge, name in zip(wedges, names, strict=True):
        wedge.set_label(plain(name))


def _draw_polar(panel: Panel, trace: Trace) -> None:
    theta, radius = array(trace.get('theta')), np.asarray(array(trace['r']), float)
    theta = np.linspace(0, 360, len(radius), endpoint=False) if theta is None else theta
    angles = np.radians(panel.x.place(theta) * panel.axes.__dict__['_plotly_step'])
    if trace['type'] == 'barpolar':
        width = np.diff(np.unique(angles)).min(initial=2 * np.pi)
        label = plain(trace.get('name', ''))
        panel.axes.bar(angles, radius, width, color=trace['color'], alpha=0.8, label=label)
        return
    if trace.get('fill') == 'toself':
        panel.axes.fill(angles, radius, color=trace['color'], alpha=0.4)
    mode = str(trace.get('mode') or 'lines')
    label = plain(trace.get('name', ''))
    if 'lines' in mode:
        style = line_style(trace.get('line') or {}, trace['color'])
        panel.axes.plot(angles, radius, label=label, **style)
    if 'markers' in mode:
        style = marker_style(panel, trace, len(radius))
        panel.axes.scatter(angles, radius, label='_' if 'lines' in mode else label, **style)


def _draw_scatter3d(panel: Panel, trace: Trace) -> None:
    x, y, z = (np.asarray(array(trace[name]), float) for name in 'xyz')
    mode, label = str(trace.get('mode') or 'lines+markers'), plain(trace.get('name', ''))
    if 'lines' in mode:
        style = line_style(trace.get('line') or {}, trace['color'])
        panel.axes.plot(x, y, z, label=label, **style)
    if 'markers' in mode:
        style = marker_style(panel, trace, len(x))
        panel.axes.scatter(x, y, z, label='_' if 'lines' in mode else label, **style)


def _draw_surface(panel: Panel, trace: Trace) -> None:
    z = matrix(trace['z'])
    sides = []
    for name, count in (('x', z.shape[1]), ('y', z.shape[0])):
        given = trace.get(name)
        side = np.arange(count, dtype=float) if given is None else _numbers(given)
        sides.append(side)
    if sides[0].ndim == 1:
        sides = list(np.meshgrid(*sides))
    mappable = panel.colored(trace, z)
    shades = {'cmap': mappable.cmap, 'norm': mappable.norm}
    panel.axes.plot_surface(*sides, z, rcount=60, ccount=60, **shades)


def _numbers(given: Any) -> Any:
    values = array(given)
    return matrix(given) if values.dtype == object else np.asarray(values, float)


def _each(draw: Callable[[Panel, Trace], None]) -> Callable[[Panel, Iterable[Trace]], None]:
    def draw_all(panel: Panel, traces: Iterable[Trace]) -> None:
        for trace in traces:
            draw(panel, trace)

    return draw_all


_SCATTER, _DENSITY = _each(_draw_scatter), _each(_draw_histogram2d)
_CANDLES, _POLAR = _each(_draw_candles), _each(_draw_polar)

DRAWERS: dict[str, Callable[[Panel, list[Trace]], None]] = {
    'heatmap': _each(_draw_heatmap),
    'image': _each(_draw_image),
    'contour': _each(_draw_contour),
    'histogram2d': _DENSITY,
    'histogram2dcontour': _DENSITY,
    'bar': draw_bars,
    'histogram': draw_bars,
    'waterfall': draw_bars,
    'funnel': draw_bars,
    'box': draw_boxes,
    'violin': draw_boxes,
    'candlestick': _CANDLES,
    'ohlc': _CANDLES,
    'scatter': _SCATTER,
    'scattergl': _SCATTER,
    'pie': _each(_draw_pie),
    'scatterpolar': _POLAR,
    'scatterpolargl': _POLAR,
    'barpolar': _POLAR,
    'scatter3d': _each(_draw_scatter3d),
    'surface': _each(_draw_surface),
}
"""By the kind of a trace; those of one drawer are drawn together, in this order."""

FLAT = frozenset(DRAWERS) - {
    'pie',
    'scatterpolar',
    'scatterpolargl',
    'barpolar',
    'scatter3d',
    'surface',
}
"""The kinds that lie on an `x` and a `y` axis."""
