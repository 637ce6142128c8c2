"""Values, colors and texts of Plotly's figures, as NumPy and Matplotlib take them."""

import html
import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from matplotlib import colors

POINTS = 0.72
"""Points of a pixel, as Plotly counts pixels: a picture has 100 to the inch."""

_FUNCTION = re.compile(r'(rgb|hsl|hsv)a?\(([^)]*)\)')
_TAG = re.compile(r'<[^<>]*>')
_FIELD = re.compile(r'%\{([\w.]+)(?::([^{}]*))?\}')
_D3 = re.compile(r'(\$?)(,?)(?:\.(\d+))?(~?)([efgs%d]?)')
_PREFIXES = {24: 'Y', 9: 'G', 6: 'M', 3: 'k', 0: '', -3: 'm', -6: 'µ', -9: 'n', 12: 'T'}


def array(value: Any) -> Any:
    """A list, an array, or an array as Plotly writes it into JSON; `None` for none."""
    if value is None:
        return None
    if isinstance(value, Mapping):
        data = np.frombuffer(b64decode(value['bdata']), dtype=value['dtype'])
        shape = value.get('shape')
        return data if shape is None else data.reshape([int(n) for n in str(shape).split(',')])
    if isinstance(value, np.ndarray):
        return value
    items = list(value)
    if all(isinstance(item, (int, float, np.number)) or item is None for item in items):
        return np.array(items, dtype=float)
    made = np.empty(len(items), dtype=object)
    made[:] = items
    return made


def matrix(value: Any) -> Any:
    """The same with two dimensions, of numbers."""
    if isinstance(value, (Mapping, np.ndarray)):
        return np.asarray(array(value), dtype=float)
    return np.array([np.asarray(array(row), dtype=float) for row in value])


def color(value: Any, default: Any = 'black') -> Any:
    """A color as Matplotlib takes it; the default for none, and for what is none."""
    if not isinstance(value, str):
        return default
    call = _FUNCTION.fullmatch(value.strip())
    if call is None:
        return value if colors.is_color_like(value) else default
    parts = [part.strip() for part in call[2].split(',')]
    opacity = float(parts[3]) if len(parts) > 3 else 1.0  # noqa: PLR2004
    if call[1] == 'rgb':
        return (*(float(part) / 255 for part in parts[:3]), opacity)
    hue, rest = float(parts[0]) / 360, [float(part.rstrip('%')) / 100 for part in parts[1:3]]
    if call[1] == 'hsl':  # as hue, saturation and value
        light = rest[1] + rest[0] * min(rest[1], 1 - rest[1])
        rest = [2 * (1 - rest[1] / light) if light else 0, light]
    return (*colors.hsv_to_rgb((hue, *rest)), opacity)


def colormap(scale: Any, *, is_reversed: bool = False) -> Any:
    """A color scale: the name of one, a list of colors, or a list of places and colors."""
    if isinstance(scale, str):
        from plotly.colors import get_colorscale  # noqa: PLC0415

        if scale.endswith('_r'):
            return colormap(scale[:-2], is_reversed=not is_reversed)
        scale = get_colorscale(scale)
    pairs = [each if isinstance(each, (list, tuple)) else None for each in scale]
    if None in pairs:
        pairs = [(at / (len(scale) - 1), each) for at, each in enumerate(scale)]
    points = [(float(at), color(each)) for at, each in pairs]
    made = colors.LinearSegmentedColormap.from_list('plotly', points)
    return made.reversed() if is_reversed else made


def plain(text: Any) -> str:
    """A text without its markup."""
    broken = re.sub(r'<br\s*/?>', '\n', str(text))
    return html.unescape(_TAG.sub('', broken)).replace('$', r'\$')


def text_of(part: Any) -> str:
    """A title, which is a text or an object with one."""
    text = part.get('text') if isinstance(part, Mapping) else part
    return '' if text is None else plain(text)


def filled(template: str, values: Mapping[str, Any]) -> str:
    """A text template with its values."""

    def value_of(field: re.Match[str]) -> str:
        value = values.get(field[1], '')
        if field[2] is None:
            return f'{value:.10g}' if isinstance(value, (float, np.floating)) else plain(value)
        return formatted(value, field[2])

    return _FIELD.sub(value_of, template.replace('<br>', '\n'))


def formatted(value: Any, form: str) -> str:
    """A number in the format of D3; anything else, and in any other format, as it is."""
    spec = _D3.fullmatch(form)
    if spec is None or not isinstance(value, (int, float, np.number)) or not form:
        return plain(value)
    dollar, comma, digits, trim, kind = spec.groups()
    if kind == 's':
        return (r'\$' if dollar else '') + _with_prefix(float(value), int(digits or 6))
    precision = '' if digits is None else f'.{digits}'
    shown = f'{round(value) if kind == "d" else value:{comma}{precision}{kind}}'
    if trim and '.' in shown:
        shown = shown.rstrip('0').rstrip('.')
    return (r'\$' if dollar else '') + shown


def number_format(form: str) -> Callable[[float, Any], str]:
    """The same for the ticks of an axis."""
    return lambda value, _at: formatted(value, form)


def _with_prefix(value: float, digits: int) -> str:
    power = 0 if value == 0 else int(np.floor(np.log10(abs(value)) / 3) * 3)
    power = power if power in _PREFIXES else 0
    scaled = value / 10**power
    before = 1 if scaled == 0 else int(np.floor(np.log10(abs(scaled)))) + 1
    return f'{scaled:.{max(digits - before, 0)}f}{_PREFIXES[power]}'


def of_each(value: Any, count: int, default: Any) -> list[Any]:
    """A property that is one for all points, or one for each."""
    if value is None:
        return [default] * count
    if isinstance(value, (str, int, float)):
        return [value] * count
    items = list(array(value))
    return [*items, *[default] * count][:count]


def merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """The properties of both, of the second where both have one."""
    made = dict(under)
    for name, value in over.items():
        below = made.get(name)
        both = isinstance(value, Mapping) and isinstance(below, Mapping)
        made[name] = merged(below, value) if both else value
    return made
