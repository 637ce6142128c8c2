"""Matplotlib's backend in the sandbox: Agg, where showing a figure means to send it."""

from typing import Any

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
