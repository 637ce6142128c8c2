"""The data behind a matplotlib figure, in the shape of E2B's charts."""

from typing import TYPE_CHECKING, Any

from _sandbox.chart_kinds import KINDS
from _sandbox.deadline import ExecutionTimeout
from _sandbox.plain import encoded, weight

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

type Chart = dict[str, Any]

_MAX_WEIGHT = 50_000
"""Values and keys of all charts in a figure: of each there are some thousand points at most."""


def chart_of(figure: Figure) -> Chart | None:
    """The figure's chart; a superchart where it has several; `None` where there is no data.

    Never fails: a figure is worth showing also when nobody can say what is in it.
    """
    try:
        return _figure_chart(figure)
    except ExecutionTimeout:
        raise
    except Exception:
        return None


def _figure_chart(figure: Figure) -> Chart | None:
    charts = [_axes_chart(axes) for axes in figure.axes if axes.has_data() and not _is_scale(axes)]
    title = figure.get_suptitle() or None
    if len(charts) > 1:
        superchart = {'type': 'superchart', 'title': title, 'elements': charts}
        return superchart if weight(encoded(superchart)) <= _MAX_WEIGHT else None
    return {**charts[0], 'title': charts[0]['title'] or title} if charts else None


def _is_scale(axes: Axes) -> bool:
    """Whether these are the axes of a color bar."""
    return axes.get_label() == '<colorbar>'


def _axes_chart(axes: Axes) -> Chart:
    title = axes.get_title() or None
    for kind, read in KINDS.items() if axes.name == 'rectilinear' and not axes.images else ():
        content = read(axes)
        if content is not None:
            return {'type': kind, 'title': title, **content}
    return {'type': 'unknown', 'title': title, 'elements': []}
