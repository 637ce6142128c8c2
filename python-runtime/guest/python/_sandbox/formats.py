"""One value in every format that it offers, as Jupyter asks for them."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import isclass
from typing import Any

from _sandbox.isolation import attempt
from _sandbox.plain import encoded, plain, weight
from _sandbox.text import bounded_repr, cut, printable

MAX_MARKUP_CHARS = 1_000_000
"""HTML, SVG or JSON of one result. A part of it is of no use, so past this it is left out."""

_MAX_JSON_WEIGHT = 40_000
"""Values and keys of one result's JSON: a host takes no more than it can parse in one go."""

MAX_BINARY_BYTES = 4 * 1024 * 1024
"""A picture or document of one result; past this it is left out."""

type Formats = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _LeftOut:
    """A format that is too large for a result, which the result's text says."""

    why: str


@dataclass(frozen=True, slots=True)
class _Format:
    name: str
    mime: str
    method: str
    read: Callable[[Any], Any]


def formats_of(value: object) -> Formats:
    """The value's formats under the API's short names.

    There is always a text. A format that fails costs only itself and is told on stderr.
    """
    offers = attempt('looking at a result', _offers_formats, value)
    bundle = (attempt('_repr_mimebundle_', _mimebundle, value) if offers else None) or {}
    text = bundle.get('text/plain')
    formats: Formats = {'text': _prose(text) if isinstance(text, str) else text_of(value)}
    for form in _FORMATS if offers else ():
        if form.name == 'jpeg' and 'png' in formats:
            continue  # The same picture, only larger or worse.
        content = attempt(form.method, _take, form, value, bundle)
        if isinstance(content, _LeftOut):
            formats['text'] += f'\n[{form.name} left out: {content.why}]'
        elif content is not None:
            formats[form.name] = content
    return formats


def text_of(value: object) -> str:
    """The value's `repr`, bounded; a `repr` that fails costs only the text."""
    text = attempt('repr', bounded_repr, value)
    return f'<{type(value).__name__} object whose repr failed>' if text is None else printable(text)


def _offers_formats(value: object) -> bool:
    # A class shows its instances, not itself. What answers to every name, as a mock, means none.
    return not isclass(value) and not hasattr(value, '_ipython_canary_method_should_not_exist_')


def _mimebundle(value: object) -> Mapping[str, Any] | None:
    bundle = _call(value, '_repr_mimebundle_', include=None, exclude=None)
    return bundle if isinstance(bundle, Mapping) else None


def _take(form: _Format, value: object, bundle: Mapping[str, Any]) -> Any:
    content = bundle[form.mime] if form.mime in bundle else _call(value, form.method)
    return None if content is None else form.read(content)


def _call(value: object, name: str, **arguments: Any) -> Any:
    method = getattr(value, name, None)
    content = method(**arguments) if callable(method) else None
    return content[0] if isinstance(content, tuple) else content  # Its metadata is for notebooks.


def _prose(content: Any) -> str:
    return cut(printable(_string(content)))


def _markup(content: Any) -> str | _LeftOut:
    text = printable(_string(content))
    return text if len(text) <= MAX_MARKUP_CHARS else _too_long(len(text))


def _json(content: Any) -> Any:
    value = plain(content)
    text = encoded(value)
    if len(text) > MAX_MARKUP_CHARS:
        return _too_long(len(text))
    if weight(text) > _MAX_JSON_WEIGHT:
        return _LeftOut(f'it has more than {_MAX_JSON_WEIGHT} values')
    return value


def _binary(content: Any) -> str | _LeftOut:
    # Jupyter takes base64 text as well as bytes; decoding it shows that it is.
    data = b64decode(content, validate=True) if isinstance(content, str) else bytes(content)
    if len(data) <= MAX_BINARY_BYTES:
        return b64encode(data).decode()
    return _LeftOut(f'it has {len(data)} bytes, and a result may have {MAX_BINARY_BYTES}')


def _string(content: Any) -> str:
    if not isinstance(content, str):
        raise TypeError(f'a string was expected, not {type(content).__name__}')
    return content


def _too_long(length: int) -> _LeftOut:
    return _LeftOut(f'it has {length} characters, and a result may have {MAX_MARKUP_CHARS}')


_FORMATS = (
    _Format('html', 'text/html', '_repr_html_', _markup),
    _Format('markdown', 'text/markdown', '_repr_markdown_', _prose),
    _Format('latex', 'text/latex', '_repr_latex_', _prose),
    _Format('json', 'application/json', '_repr_json_', _json),
    _Format('svg', 'image/svg+xml', '_repr_svg_', _markup),
    _Format('png', 'image/png', '_repr_png_', _binary),
    _Format('jpeg', 'image/jpeg', '_repr_jpeg_', _binary),
    _Format('pdf', 'application/pdf', '_repr_pdf_', _binary),
)
