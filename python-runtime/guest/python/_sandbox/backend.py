"""Matplotlib's backend in the sandbox: Agg, where showing a figure means to send it."""

from typing import Any

import numpy as np
from matplotlib import image, rcParams
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends import backend_agg
from matplotlib.backends.registry import BackendFilter, backend_registry

from _sandbox import chart_boxes, figures, fonts, shaping

# Programs written for other machines ask for a window, or for Agg; they are to show figures too.
for _name in ('agg', *backend_registry.list_builtin(BackendFilter.INTERACTIVE)):
    backend_registry._name_to_module[_name.lower()] = f'module://{__name__}'
chart_boxes.watch()
fonts.install()
shaping.install()


class FigureManager(FigureManagerBase):
    """Shows a figure by sending it as a result; never waits for anyone to look."""

    @classmethod
    def pyplot_show(cls, *, block: bool | None = None) -> None:
        """`plt.show()`: every open figure is sent and closed."""
        figures.show_open()

    def show(self) -> None:
        """`figure.show()`: this one is."""
        figures.show(self.canvas.figure)


class FigureCanvas(backend_agg.FigureCanvasAgg):
    """Agg's canvas under our manager."""

    manager_class: Any = FigureManager

    def print_cropped(self, stream: Any, **_options: Any) -> Any:
        """Writes the PNG of what `bbox_inches='tight'` shows, and draws once for it.

        Matplotlib draws to find out where everything is, and draws again what is in the box that it
        found. What lies within the figure can be cut out of the first. If something does not,
        nothing is written, and the box is given back.
        """
        self.draw()
        renderer = self.get_renderer()
        box = self.figure.get_tightbbox(renderer).padded(rcParams['savefig.pad_inches'])
        dpi = self.figure.dpi
        picture = _cut(np.asarray(renderer.buffer_rgba()), *(box.get_points() * dpi).tolist())
        if picture is None:
            return box
        image.imsave(stream, picture, format='png', origin='upper', dpi=dpi)
        return None


def _cut(picture: Any, start: list[float], end: list[float]) -> Any:
    """The part of the picture between two corners, counted from below; `None` beyond its edges."""
    rows, columns = picture.shape[:2]
    width, height = (int(to - at) for at, to in zip(start, end, strict=True))
    left, bottom = (round(at) for at in start)
    top = rows - bottom - height
    if min(left, bottom, top) < 0 or left + width > columns or min(width, height) < 1:
        return None
    return picture[top : top + height, left : left + width]
