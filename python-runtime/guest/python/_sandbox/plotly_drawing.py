"""A picture of a Plotly figure, drawn by Matplotlib: Plotly itself draws in a browser only."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

import numpy as np
from matplotlib import rc_context
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure

from _sandbox.plotly_axes import Axis
from _sandbox.plotly_bars import is_horizontal
from _sandbox.plotly_boxes import places_of
from _sandbox.plotly_marks import line_style
from _sandbox.plotly_panel import Panel, Trace
from _sandbox.plotly_traces import DRAWERS, FLAT
from _sandbox.plotly_values import POINTS, array, color, merged, plain, text_of

_SIZE = (700, 500)
_MARGIN = {'l': 80, 'r': 80, 't': 100, 'b': 80}
_MAX_PIXELS = 4_000
_INK = '#2a3f5f'


class NotDrawable(ValueError):
    """A figure with a kind of trace that only a browser draws."""


def draw(figure: Any, width: Any = None, height: Any = None) -> Figure:
    """A figure of Matplotlib that looks like one of Plotly; raises `NotDrawable`."""
    content = figure.to_plotly_json()
    own = dict(content.get('layout', {}))
    template = own.pop('template', None) or {}
    layout = merged(template.get('layout', {}), own)
    traces = [
        dict(trace) for trace in content.get('data', []) if trace.get('visible', True) is True
    ]
    unknown = sorted({trace.get('type', 'scatter') for trace in traces} - set(DRAWERS))
    if unknown:
        raise NotDrawable(', '.join(unknown))
    size = [
        min(max(float(given or layout.get(name) or default), 10), _MAX_PIXELS)
        for name, given, default in zip(('width', 'height'), (width, height), _SIZE, strict=True)
    ]
    font = layout.get('font') or {}
    settings = {
        'font.size': float(font.get('size', 12)) * POINTS,
        'text.color': color(font.get('color'), _INK),
        'axes.labelcolor': color(font.get('color'), _INK),
        'xtick.color': color(font.get('color'), _INK),
        'ytick.color': color(font.get('color'), _INK),
        'axes.titlesize': 'medium',
    }
    with rc_context(settings):
        return _Drawing(layout, traces, size).figure


class _Drawing:
    def __init__(self, layout: Mapping[str, Any], traces: list[Trace], size: list[float]) -> None:
        self.layout, self.size = layout, size
        self.figure = Figure(figsize=(size[0] / 100, size[1] / 100), dpi=100)
        self.figure.set_facecolor(color(layout.get('paper_bgcolor'), 'white'))
        self.margin = {**_MARGIN, **(layout.get('margin') or {})}
        self.axes: dict[str, Axis] = {}
        self.panels: dict[Any, Panel] = {}
        self.scales: dict[Any, tuple[Any, Any]] = {}
        self._color(traces)
        for trace in traces:
            self._panel_of(trace).traces.append(trace)
        self._meet(traces)
        for panel in self.panels.values():
            self._fill(panel)
        for key, panel in self.panels.items():
            self._finish(key, panel)
        self._add_shapes()
        self._add_annotations()
        self._add_scales()
        self._add_legend(traces)
        self._add_title()

    def _color(self, traces: list[Trace]) -> None:
        way = self.layout.get('colorway') or [f'C{number}' for number in range(10)]
        for at, trace in enumerate(traces):
            trace.setdefault('type', 'scatter')
            trace.setdefault('name', f'trace {at}')
            own = color(way[at % len(way)])
            for part in (trace.get('line') or {}, trace.get('marker') or {}):
                own = color(part.get('color'), own)
            trace['color'] = own

    def _axis(self, name: str) -> Axis:
        if name not in self.axes:
            letter, number = name[0], name[1:]
            default = self.layout.get(f'{letter}axis', {}) if not number else {}
            own = self.layout.get(f'{letter}axis{number}', default)
            style = {key: self.layout.get(f'{letter}axis', {}).get(key) for key in ('gridcolor',)}
            self.axes[name] = Axis(merged({k: v for k, v in style.items() if v}, own))
        return self.axes[name]

    def _panel_of(self, trace: Trace) -> Panel:
        kind = trace['type']
        if kind in FLAT:
            key = (trace.get('xaxis') or 'x', trace.get('yaxis') or 'y')
        elif kind == 'pie':
            key = ('pie', id(trace))
        else:
            key = ('polar' if 'polar' in kind else 'scene', self._subplot(trace))
        if key not in self.panels:
            self.panels[key] = self._make_panel(key, trace)
        return self.panels[key]

    def _subplot(self, trace: Trace) -> str:
        own = 'polar' if 'polar' in trace['type'] else 'scene'
        return str(trace.get('subplot') or trace.get('scene') or own)

    def _make_panel(self, key: Any, trace: Trace) -> Panel:
        if key[0] in ('pie', 'polar', 'scene'):
            ours = trace if key[0] == 'pie' else self.layout.get(key[1], {})
            place = self._place(ours.get('domain') or {})
            projection = {'polar': 'polar', 'scene': '3d'}.get(key[0])
            axes = self.figure.add_axes(place, projection=projection)
            return Panel(axes, Axis({}), Axis({}), self.layout, self.scales)
        x, y = self._axis(key[0]), self._axis(key[1])
        over = y.layout.get('overlaying')
        beside = next((p for k, p in self.panels.items() if k[1] == over), None) if over else None
        if beside is not None:
            axes = beside.axes.twinx()
        else:
            base = self._axis(str(over)) if over else y
            domain = {'x': x.layout.get('domain'), 'y': base.layout.get('domain')}
            axes = self.figure.add_axes(self._place(domain))
            axes.set_facecolor(color(self.layout.get('plot_bgcolor'), 'white'))
        axes.set_axisbelow(True)
        axes.tick_params(length=0)
        for spine in axes.spines.values():
            spine.set_visible(False)
        return Panel(axes, x, y, self.layout, self.scales)

    def _place(self, domain: Mapping[str, Any]) -> tuple[float, float, float, float]:
        x, y = domain.get('x') or (0, 1), domain.get('y') or (0, 1)
        left, bottom, width, height = self._area()
        return (
            left + x[0] * width,
            bottom + y[0] * height,
            max(x[1] - x[0], 0.01) * width,
            max(y[1] - y[0], 0.01) * height,
        )

    def _area(self) -> tuple[float, float, float, float]:
        wide, high = self.size
        left, bottom = self.margin['l'] / wide, self.margin['b'] / high
        width = max(1 - left - self.margin['r'] / wide, 0.2)
        return left, bottom, width, max(1 - bottom - self.margin['t'] / high, 0.2)

    def _meet(self, traces: list[Trace]) -> None:
        """Lets the axes know all values before any is placed."""
        for number, trace in enumerate(traces):
            panel, kind = self._panel_of(trace), trace['type']
            if 'polar' in kind:
                panel.x.meet(trace.get('theta'))
            elif kind in ('box', 'violin'):
                name, places = places_of(trace, number)
                panel.x.meet(places if name == 'x' else trace.get('x'))
                panel.y.meet(places if name == 'y' else trace.get('y'))
            elif kind in FLAT:
                flat = kind in ('bar', 'funnel') and is_horizontal(trace)
                panel.x.meet(trace.get('x'), None if flat else _weights(trace, 'y'))
                panel.y.meet(trace.get('y'), _weights(trace, 'x') if flat else None)
        for axis in {id(axis): axis for p in self.panels.values() for axis in (p.x, p.y)}.values():
            axis.settle()

    def _fill(self, panel: Panel) -> None:
        if hasattr(panel.axes, 'get_rmax'):
            panel.axes.__dict__['_plotly_step'] = self._step(panel)
        drawers = list(dict.fromkeys(DRAWERS.values()))
        ordered = sorted(panel.traces, key=lambda trace: drawers.index(DRAWERS[trace['type']]))
        for drawer, traces in groupby(ordered, key=lambda trace: DRAWERS[trace['type']]):
            drawer(panel, list(traces))

    def _step(self, panel: Panel) -> float:
        """The degrees of one category of a polar axis; of a number, one."""
        return 360 / max(len(panel.x._places), 1) if panel.x.kind == 'category' else 1

    def _finish(self, key: Any, panel: Panel) -> None:
        axes = panel.axes
        if key[0] == 'pie':
            axes.set_aspect('equal')
        elif key[0] == 'polar':
            ours = self.layout.get(key[1], {}).get('angularaxis', {})
            axes.set_theta_offset(np.radians(ours.get('rotation', 0)))
            axes.set_theta_direction(-1 if ours.get('direction') == 'clockwise' else 1)
            if panel.x.kind == 'category':
                names = list(panel.x._places)
                at = np.radians(np.arange(len(names)) * self._step(panel))
                axes.set_xticks(at, [plain(name) for name in names])
        elif key[0] == 'scene':
            ours = self.layout.get(key[1], {})
            for name in 'xyz':
                title = text_of((ours.get(f'{name}axis') or {}).get('title')) or name
                getattr(axes, f'set_{name}label')(title)
        else:
            if panel.x.layout.get('scaleanchor') or panel.y.layout.get('scaleanchor'):
                axes.set_aspect('equal', adjustable='box')
            panel.x.apply(axes, 'x')
            panel.y.apply(axes, 'y')
            if panel.traces[0]['type'] == 'funnel':
                axes.invert_yaxis()
                axes.xaxis.set_visible(False)

    def _point(self, part: Mapping[str, Any], number: str = '') -> tuple[Any, Any]:
        """Where a point of a shape or an annotation is, and in what coordinates."""
        place, frames = [], []
        for letter in 'xy':
            name, value = str(part.get(f'{letter}ref') or letter), part.get(f'{letter}{number}')
            if name == 'paper':
                left, bottom, width, height = self._area()
                start, length = (left, width) if letter == 'x' else (bottom, height)
                place.append(start + float(value or 0) * length)
                frames.append('figure')
            elif name.endswith(' domain'):
                place.append(float(value or 0))
                frames.append('axes')
            else:
                place.append(self._axis(name).place_one(value))
                frames.append('data')
        return place, frames

    def _axes_of(self, part: Mapping[str, Any]) -> Any:
        names = [str(part.get(f'{letter}ref') or letter).removesuffix(' domain') for letter in 'xy']
        for key, panel in self.panels.items():
            if all(name in ('paper', axis) for name, axis in zip(names, key, strict=True)):
                return panel.axes
        return None

    def _transform(self, axes: Any, frames: list[str]) -> Any:
        from matplotlib.transforms import blended_transform_factory  # noqa: PLC0415

        known = {
            'figure': self.figure.transFigure,
            'axes': axes.transAxes,
            'data': axes.transData,
        }
        return blended_transform_factory(known[frames[0]], known[frames[1]])

    def _add_shapes(self) -> None:
        from matplotlib.patches import Ellipse, Rectangle  # noqa: PLC0415

        for shape in self.layout.get('shapes') or ():
            axes = self._axes_of(shape)
            if axes is None or shape.get('type') not in ('line', 'rect', 'circle'):
                continue
            (x0, y0), frames = self._point(shape, '0')
            (x1, y1), _ = self._point(shape, '1')
            transform = self._transform(axes, frames)
            common = {'transform': transform, 'clip_on': 'figure' not in frames}
            style = line_style(shape.get('line') or {}, _INK)
            common['alpha'] = shape.get('opacity', 1)
            limits = axes.get_xlim(), axes.get_ylim()
            if shape['type'] == 'line':
                axes.plot([x0, x1], [y0, y1], label='_', **style, **common)
            else:
                fill = color(shape.get('fillcolor'), 'none')
                corner, size = (min(x0, x1), min(y0, y1)), (abs(x1 - x0), abs(y1 - y0))
                below = 0.6 if shape.get('layer') == 'below' else 2.2
                common |= {'facecolor': fill, 'edgecolor': style.pop('color'), 'zorder': below}
                middle = (corner[0] + size[0] / 2, corner[1] + size[1] / 2)
                is_rect = shape['type'] == 'rect'
                made = Rectangle(corner, *size, **style, **common) if is_rect else None
                axes.add_artist(made or Ellipse(middle, *size, **style, **common))
            axes.set(xlim=limits[0], ylim=limits[1])

    def _add_annotations(self) -> None:
        for note in self.layout.get('annotations') or ():
            axes = self._axes_of(note)
            text = plain(note.get('text', ''))
            paper = note.get('xref') == note.get('yref') == 'paper'
            if axes is None and not paper:
                continue
            font = note.get('font') or {}
            style = {
                'size': float(font.get('size', 12)) * POINTS,
                'color': color(font.get('color'), _INK),
                'rotation': -float(note.get('textangle') or 0),
                'ha': _side(note, 'xanchor', ('left', 'right')),
                'va': _side(note, 'yanchor', ('bottom', 'top')),
            }
            (x, y), frames = self._point(note)
            if paper:
                shift = [float(note.get(name) or 0) for name in ('xshift', 'yshift')]
                x, y = x + shift[0] / self.size[0], y + shift[1] / self.size[1]
                self.figure.text(x, y, text, **style)
                continue
            arrow = note.get('showarrow', True)
            shift = [note.get('ax', -10), -float(note.get('ay', -30) or 0)] if arrow else [0, 0]
            shift = [float(part or 0) * POINTS for part in shift]
            shift[0] += float(note.get('xshift') or 0) * POINTS
            shift[1] += float(note.get('yshift') or 0) * POINTS
            axes.annotate(
                text,
                (x, y),
                xycoords=self._transform(axes, frames),
                xytext=shift,
                textcoords='offset points',
                arrowprops={'arrowstyle': '->', 'color': style['color']} if arrow else None,
                annotation_clip=False,
                zorder=5,
                **(style | ({'ha': 'center', 'va': 'bottom'} if arrow else {})),
            )

    def _add_scales(self) -> None:
        left, bottom, width, height = self._area()
        for at, (mappable, title) in enumerate(self.scales.values()):
            beside = left + width + 0.02 + 0.13 * at
            axes = self.figure.add_axes((beside, bottom, 0.03, height), label='<colorbar>')
            bar = self.figure.colorbar(mappable, cax=axes)
            bar.outline.set_visible(False)
            axes.set_title(text_of(title), loc='left', size='medium')

    def _add_legend(self, traces: list[Trace]) -> None:
        pies = any(trace['type'] == 'pie' and trace.get('showlegend', True) for trace in traces)
        asked = [trace for trace in traces if trace.get('showlegend') is True]
        shown = [trace for trace in traces if trace.get('showlegend') is not False]
        if not self.layout.get('showlegend', pies or len(shown) > 1 or bool(asked)):
            return
        names = {plain(trace['name']) for trace in shown if trace['type'] != 'pie'}
        found: dict[str, Any] = {}
        for panel in self.panels.values():
            pie = any(trace['type'] == 'pie' for trace in panel.traces)
            handles, labels = panel.axes.get_legend_handles_labels()
            handles, labels = (panel.axes.patches, None) if pie else (handles, labels)
            labels = [patch.get_label() for patch in handles] if labels is None else labels
            for handle, label in zip(handles, labels, strict=True):
                if pie or label in names:
                    found.setdefault(label, handle)
        if found:
            self._place_legend(found)

    def _place_legend(self, found: Mapping[str, Any]) -> None:
        ours = self.layout.get('legend') or {}
        flat = ours.get('orientation') == 'h'
        left, bottom, width, height = self._area()
        x = float(ours.get('x', 0 if flat else 1.02 + 0.2 * len(self.scales)))
        y = float(ours.get('y', -0.1 if flat else 1))
        sides = {'left': 'left', 'center': 'center', 'right': 'right'}
        side = sides.get(ours.get('xanchor', 'left'), 'left')
        edge = {'top': 'upper', 'middle': 'center', 'bottom': 'lower'}
        upper = edge.get(ours.get('yanchor', 'top'), 'upper')
        legend = self.figure.legend(
            found.values(),
            found.keys(),
            loc='center' if upper == side else f'{upper} {side}',
            bbox_to_anchor=(left + x * width, bottom + y * height),
            ncols=len(found) if flat else 1,
            title=text_of(ours.get('title')) or None,
            alignment='left',
            frameon=False,
        )
        for handle in legend.legend_handles:
            if isinstance(handle, PathCollection):
                handle.set_sizes([(7 * POINTS) ** 2])

    def _add_title(self) -> None:
        title = self.layout.get('title')
        text = text_of(title)
        if not text:
            return
        ours = title if isinstance(title, Mapping) else {}
        at = ours.get('x')
        at = 0.05 if at is None else float(at)
        self.figure.suptitle(
            text,
            x=at,
            y=1 - self.margin['t'] / self.size[1] / 2,
            ha='left' if at < 0.3 else 'center' if at < 0.7 else 'right',  # noqa: PLR2004
            va='center',
            size=float((ours.get('font') or {}).get('size', 17)) * POINTS,
        )


def _weights(trace: Trace, name: str) -> Any:
    values = array(trace.get(name))
    return values if trace['type'] == 'bar' and values is not None else None


def _side(note: Mapping[str, Any], name: str, ends: tuple[str, str]) -> str:
    wanted = note.get(name)
    if wanted in ends:
        return str(wanted)
    letter = name[0]
    place = note.get(letter)
    if wanted in (None, 'auto') and note.get(f'{letter}ref') == 'paper' and place is not None:
        third = 1 / 3
        return ends[0] if place < third else 'center' if place <= 2 * third else ends[1]
    return 'center'
