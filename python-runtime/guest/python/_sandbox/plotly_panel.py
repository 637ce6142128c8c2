"""The part of a Plotly figure that two axes span, with its traces, and what they share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Normalize

from _sandbox.plotly_axes import Axis
from _sandbox.plotly_values import colormap

type Trace = dict[str, Any]


@dataclass
class Panel:
    """Axes of Matplotlib, and what Plotly has on them."""

    axes: Any
    x: Axis
    y: Axis
    layout: Mapping[str, Any]
    """That of the whole figure, which the template's is a part of."""
    scales: dict[Any, tuple[Any, Any]]
    """Of the whole figure: what has a scale of colors beside it, with the scale's title."""
    traces: list[Trace] = field(default_factory=list)
    stacked: dict[str, Any] = field(default_factory=dict)
    """The upper end of each stack of areas, by the group."""

    def colored(self, part: Mapping[str, Any], values: Any) -> ScalarMappable:
        """What turns values into colors as the part of a trace says; its scale is noted."""
        shared = part.get('coloraxis')
        ours = self.layout.get(shared, {}) if shared else part
        own = self.layout.get('colorscale', {}).get('sequential', 'Plasma')
        scale = ours.get('colorscale') or own
        low, high = _limits(ours, np.asarray(values, float))
        made = ScalarMappable(
            Normalize(low, high), colormap(scale, is_reversed=bool(ours.get('reversescale')))
        )
        if ours.get('showscale', True):
            bar = ours.get('colorbar') or {}
            self.scales.setdefault(shared or id(part), (made, bar.get('title')))
        return made


def _limits(ours: Mapping[str, Any], values: Any) -> tuple[float, float]:
    there = values[np.isfinite(values)]
    low, high = (there.min(), there.max()) if there.size else (0, 1)
    low = next((ours[name] for name in ('cmin', 'zmin') if ours.get(name) is not None), low)
    high = next((ours[name] for name in ('cmax', 'zmax') if ours.get(name) is not None), high)
    middle = next((ours[name] for name in ('cmid', 'zmid') if ours.get(name) is not None), None)
    if middle is not None:
        reach = max(abs(high - middle), abs(low - middle))
        return middle - reach, middle + reach
    return low, high
