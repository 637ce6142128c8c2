"""One value in every format that it offers, as Jupyter asks for them."""

import json
import math
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from inspect import isclass
from typing import Any

from _sandbox.isolation import attempt
from _sandbox.text import bounded_repr, cut, printable

MAX_MARKUP_CHARS = 1_000_000
"""HTML, SVG or JSON of one result. A part of it would be of no use, so past this it is left out."""

MAX_BINARY_BYTES = 4 * 1024 * 1024
"""A picture or document of one result; past this it is left out."""

type Formats = dict[str, Any]


class TooLarge(ValueError):
    """A format that is left out because of its size, which the result's text then says."""


def formats_of(value: object) -> Formats:
    """The value's formats under the API's short names. Always has a text; one that fails costs only itself."""
    bundle = _mimebundle(value)
    formats: Formats = {}
    notes = []
    for form in _FORMATS:
        try:
            offered = bundle.get(form.mime) if form.mime in bundle else _offered(value, form)
            if offered is not None and not (form.name == 'jpeg' and 'png' in formats):
                formats[form.name] = attempt(f'{form.name} of a result', form.read, offered)
        except TooLarge as error:
            notes.append(f'[{form.name} left out: {error}]')
    formats['text'] = '\n'.join([_text_of(value, bundle), *notes])
    return {name: content for name, content in formats.items() if content is not None}
