"""Matplotlib's figures as results, each once. Imports matplotlib only if the program did."""

import io
import math
import sys
import warnings
from base64 import b64encode
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeGuard
from weakref import WeakSet

from _sandbox import results
from _sandbox.deadline import ExecutionTimeout
from _sandbox.formats import MAX_BINARY_BYTES, Formats, text_of
from _sandbox.isolation import attempt, warn

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_PYLAB = 'matplotlib._pylab_helpers'
_MAX_PIXELS = 8_000_000
"""A larger figure is drawn at fewer dots per inch: each pixel takes 4 bytes of memory."""

_shown: WeakSet[Any] = WeakSet()


def is_figure(value: object) -> TypeGuard[Figure]:
    """Whether the value is a figure; costs nothing where matplotlib was not imported."""
    module: Any = sys.modules.get('matplotlib.figure')
    return module is not None and isinstance(value, module.Figure)


def show(figure: Figure, *, is_main_result: bool = False) -> None:
    """Sends a figure as it is now. `show_open` sends it again only if it changes after this.

    Raises what keeps it from being drawn; it is shown without its picture then.
    """
    _shown.add(figure)
    try:
        formats = formats_of(figure)
    except ExecutionTimeout:
        raise
    except Exception:
        results.send({'text': text_of(figure)}, is_main_result=is_main_result)
        raise
    finally:
        figure.stale = False
    results.send(formats, is_main_result=is_main_result)


def show_open() -> None:
    """Sends the figures that are due, and closes all that pyplot has open.

    Raises what kept the first from being drawn that could not, after the others were sent.
    """
    _show_all(due())


def show_drawn() -> None:
    """The same after the program failed: without the figures that it had not yet drawn on."""
    _show_all([figure for figure in due() if _is_drawn_on(figure)])


def _show_all(figures: list[Figure]) -> None:
    failure: Exception | None = None
    for figure in figures:
        try:
            show(figure)
        except ExecutionTimeout:
            raise
        except Exception as error:
            failure = failure or error
    pylab: Any = sys.modules.get(_PYLAB)
    if pylab is not None:
        attempt('closing figures', pylab.Gcf.destroy_all)
    if failure is not None:
        raise failure


def due() -> list[Figure]:
    """The figures that pyplot has open and that were not shown as they are now, by number."""
    pylab: Any = sys.modules.get(_PYLAB)
    managers = [] if pylab is None else sorted(pylab.Gcf.figs.values(), key=attrgetter('num'))
    return [manager.canvas.figure for manager in managers if _is_due(manager.canvas.figure)]


def formats_of(figure: Figure) -> Formats:
    """The figure's picture, the data behind it, and its text; raises if it cannot be drawn."""
    formats: Formats = {'text': text_of(figure)}
    if _is_empty(figure):
        return formats
    png = _png(figure)
    if len(png) > MAX_BINARY_BYTES:
        formats['text'] += f'\n[png left out: it has {len(png)} bytes]'
    else:
        formats['png'] = b64encode(png).decode()
        chart = _chart(figure)
        if chart is not None:
            formats['chart'] = chart
    return formats


def _is_due(figure: Figure) -> bool:
    return not _is_empty(figure) and (figure not in _shown or figure.stale)


def _is_empty(figure: Figure) -> bool:
    return not (figure.axes or figure.lines or figure.texts or figure.images or figure.patches)


def _is_drawn_on(figure: Figure) -> bool:
    own = (figure.lines, figure.texts, figure.images, figure.patches)
    return any(own) or any(_has_artists(axes) for axes in figure.get_axes())


def _has_artists(axes: Any) -> bool:
    kinds = ('lines', 'patches', 'collections', 'images', 'texts', 'tables', 'artists')
    return any(getattr(axes, kind) for kind in kinds)


def _png(figure: Figure) -> bytes:
    stream = io.BytesIO()
    width, height = figure.get_size_inches()
    options: dict[str, Any] = {
        'dpi': min(figure.dpi, math.sqrt(_MAX_PIXELS / (width * height))),
        'facecolor': figure.get_facecolor(),
    }
    box: Any = 'tight'
    with warnings.catch_warnings(record=True) as caught:
        if hasattr(figure.canvas, 'print_cropped'):
            box = figure.canvas.print_figure(stream, format='cropped', bbox_inches=False, **options)
        if box is not None:
            figure.canvas.print_figure(stream, format='png', bbox_inches=box, **options)
    # Told in our words: the place that a warning names would be in this file.
    for text in dict.fromkeys(f'{entry.category.__name__}: {entry.message}' for entry in caught):
        warn(text)
    return stream.getvalue()


def _chart(figure: Figure) -> dict[str, Any] | None:
    from _sandbox import charts  # noqa: PLC0415 - it imports matplotlib

    return charts.chart_of(figure)
