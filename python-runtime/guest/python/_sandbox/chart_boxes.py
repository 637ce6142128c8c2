"""What box plots show: matplotlib draws plain lines, so the numbers are noted when it does."""

import functools
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from _sandbox.plain import plain


@dataclass(frozen=True, slots=True)
class Box:
    """One box with its whiskers."""

    position: float
    horizontal: bool
    statistics: dict[str, Any]

    def element(self, names: dict[float, str]) -> dict[str, Any]:
        """The box in E2B's words."""
        name = names.get(self.position, self.statistics.get('label', self.position))
        numbers = {word: plain(float(self.statistics[key])) for word, key in _WORDS.items()}
        outliers = [plain(float(value)) for value in self.statistics.get('fliers', ())]
        return {'label': str(name), **numbers, 'outliers': outliers[:_MAX_OUTLIERS]}


_MAX_OUTLIERS = 200
_WORDS = {
    'min': 'whislo',
    'first_quartile': 'q1',
    'median': 'med',
    'third_quartile': 'q3',
    'max': 'whishi',
}
_boxes: WeakKeyDictionary[Line2D, Box] = WeakKeyDictionary()
"""By the line of the median, which every box has and which goes when the axes are cleared."""


def boxes_in(axes: Axes) -> list[Box]:
    """The boxes in the axes, in the order in which they were drawn."""
    return [_boxes[line] for line in axes.lines if line in _boxes]


def watch() -> None:
    """From now on every box plot is noted."""
    draw = Axes.bxp

    @functools.wraps(draw)
    def bxp(axes: Axes, bxpstats: Any, *arguments: Any, **options: Any) -> Any:
        artists = draw(axes, bxpstats, *arguments, **options)
        for statistics, median in zip(bxpstats, artists['medians'], strict=False):
            _boxes[median] = _box(statistics, median)
        return artists

    Axes.bxp = bxp


def _box(statistics: dict[str, Any], median: Line2D) -> Box:
    (x0, y0), (x1, y1) = median.get_xydata().tolist()
    horizontal = x0 == x1
    position = (y0 + y1) / 2 if horizontal else (x0 + x1) / 2
    return Box(position, horizontal, dict(statistics))
