"""The kinds of chart, and how each is read back from what matplotlib drew."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from matplotlib.collections import PathCollection, QuadMesh
from matplotlib.container import BarContainer, ErrorbarContainer
from matplotlib.contour import ContourSet
from matplotlib.patches import Rectangle, Wedge

from _sandbox.chart_axes import labels_of, names_on, ticks_of, values_on
from _sandbox.chart_boxes import boxes_in
from _sandbox.plain import plain

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis

type Content = dict[str, Any]

_MAX_POINTS = 5_000
"""Points of one chart; of more, every second, third, … is taken, evenly over each line."""

_MAX_ELEMENTS = 1_000


def _lines(axes: Axes) -> Content | None:
    # The line of measured points has no name of its own; the container with its error bars has it.
    named = {bars.lines[0]: bars for bars in axes.containers if isinstance(bars, ErrorbarContainer)}
    lines = [line for line in axes.lines if line in named or _is_data(line, axes)]
    if not lines or _is_field(axes):
        return None
    most = _MAX_POINTS // len(lines) or 1
    elements = [
        _points(axes, _name(named.get(line, line), 'Line'), line.get_xydata(), most)
        for line in lines[:_MAX_ELEMENTS]
    ]
    return {**labels_of(axes), **ticks_of(axes), 'elements': elements}


def _scatter(axes: Axes) -> Content | None:
    groups = [group for group in axes.collections if isinstance(group, PathCollection)]
    if not groups or _is_field(axes):
        return None
    most = _MAX_POINTS // len(groups) or 1
    elements = [
        _points(axes, _name(group, 'Points'), group.get_offsets(), most)
        for group in groups[:_MAX_ELEMENTS]
    ]
    fits = _lines(axes) or {'elements': []}
    return {**labels_of(axes), **ticks_of(axes), 'elements': [*elements, *fits['elements']]}


def _bars(axes: Axes) -> Content | None:
    groups = [group for group in axes.containers if isinstance(group, BarContainer)]
    if not groups:
        return None
    horizontal = groups[0].orientation == 'horizontal'
    elements = [bar for group in groups for bar in _group(axes, group, horizontal)]
    return {**labels_of(axes, swapped=horizontal), 'elements': elements[:_MAX_ELEMENTS]}


def _pie(axes: Axes) -> Content | None:
    wedges = [patch for patch in axes.patches if isinstance(patch, Wedge)][:_MAX_ELEMENTS]
    elements = [
        {
            'label': _name(wedge, 'Wedge'),
            'angle': round(abs(float(wedge.theta2) - float(wedge.theta1)), 6),
            'radius': float(wedge.r),
        }
        for wedge in wedges
    ]
    return {'elements': elements} if elements else None


def _boxes(axes: Axes) -> Content | None:
    boxes = boxes_in(axes)[:_MAX_ELEMENTS]
    if not boxes:
        return None
    horizontal = boxes[0].horizontal
    names = names_on(axes.yaxis if horizontal else axes.xaxis)
    elements = [box.element(names) for box in boxes]
    return {**labels_of(axes, swapped=horizontal), 'elements': elements}


KINDS: dict[str, Callable[[Axes], Content | None]] = {
    'box_and_whisker': _boxes,
    'bar': _bars,
    'pie': _pie,
    'scatter': _scatter,
    'line': _lines,
}
"""Tried in this order; the first that finds its kind speaks for the axes."""


def _is_data(line: Any, axes: Axes) -> bool:
    """Whether a line shows data; `axhline` and the like are drawn in other coordinates."""
    return (
        line.get_transform() == axes.transData
        and line.get_label() != '_nolegend_'
        and len(line.get_xydata()) > 0
    )


def _is_field(axes: Axes) -> bool:
    """Whether the axes show a field (contours, a mesh) and what is drawn over it."""
    return any(isinstance(item, (QuadMesh, ContourSet)) for item in axes.collections)


def _points(axes: Axes, label: str, pairs: Any, most: int) -> Content:
    step = -(-len(pairs) // most) or 1
    some = pairs[::step]
    x, y = values_on(axes.xaxis, some[:, 0].tolist()), values_on(axes.yaxis, some[:, 1].tolist())
    element: Content = {'label': label, 'points': [list(point) for point in zip(x, y, strict=True)]}
    return element if step == 1 else {**element, 'total_points': len(pairs)}


def _group(axes: Axes, group: BarContainer, horizontal: bool) -> Iterable[Content]:
    bars: list[Rectangle] = list(group)[:_MAX_ELEMENTS]
    axis: Axis = axes.yaxis if horizontal else axes.xaxis
    spans = [_span(bar, horizontal) for bar in bars]
    name = _name(group, 'Group')
    for bar, label in zip(bars, _bar_labels(axis, spans), strict=True):
        value = bar.get_width() if horizontal else bar.get_height()
        yield {'label': label, 'group': name, 'value': plain(float(value))}


def _span(bar: Rectangle, horizontal: bool) -> tuple[float, float]:
    start, extent = (
        (bar.get_y(), bar.get_height()) if horizontal else (bar.get_x(), bar.get_width())
    )
    return float(start), float(start + extent)


def _bar_labels(axis: Axis, spans: list[tuple[float, float]]) -> list[str]:
    names = names_on(axis)
    centers = [(start + end) / 2 for start, end in spans]
    if names:
        return [_nearest(names, center) for center in centers]
    if len(spans) > 1 and all(abs(a[1] - b[0]) < 1e-6 * (b[1] - b[0]) for a, b in pairwise(spans)):
        return [f'{_label(axis, start)}–{_label(axis, end)}' for start, end in spans]
    return [_label(axis, center) for center in centers]


def _nearest(names: dict[float, str], position: float) -> str:
    return min(names.items(), key=lambda named: abs(named[0] - position))[1]


def _label(axis: Axis, number: float) -> str:
    (value,) = values_on(axis, [number])
    return f'{value:g}' if isinstance(value, float) else str(value)


def _name(artist: Any, kind: str) -> str:
    """The artist's label; matplotlib's own, such as `_child0`, becomes the kind and the number."""
    label = str(artist.get_label())
    if not label.startswith('_'):
        return label
    return f'{kind} {label.lstrip("_abcdefghijklmnopqrstuvwxyz")}'.rstrip()
