"""Objects that show what they are made of, as in a notebook."""

import html
import io
import os
import struct
import uuid
from base64 import b64encode
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from _sandbox import display as _display
from _sandbox.network import ADVICE

__all__ = [
    'HTML',
    'JSON',
    'SVG',
    'Audio',
    'Code',
    'DisplayHandle',
    'DisplayObject',
    'FileLink',
    'FileLinks',
    'IFrame',
    'Image',
    'Javascript',
    'Latex',
    'Markdown',
    'Math',
    'Pretty',
    'TextDisplayObject',
    'clear_output',
    'display',
    'display_html',
    'display_jpeg',
    'display_json',
    'display_latex',
    'display_markdown',
    'display_pdf',
    'display_png',
    'display_pretty',
    'display_svg',
    'set_matplotlib_formats',
    'update_display',
]

_PNG, _JPEG = b'\x89PNG\r\n\x1a\n', b'\xff\xd8'
_PEAK = 32767
_MULTICHANNEL = 2


class DisplayHandle:
    """What `display(..., display_id=True)` gives."""

    def __init__(self, display_id: str | None = None) -> None:
        self.display_id = display_id or uuid.uuid4().hex

    def display(self, value: Any, **options: Any) -> None:
        """Shows a value."""
        display(value, **options)

    def update(self, value: Any, **options: Any) -> None:
        """Shows it again as it is now: what was shown stays."""
        display(value, **options)


def display(
    *values: Any, raw: bool = False, display_id: str | bool | None = None, **_options: Any
) -> DisplayHandle | None:
    """Show each value at once as a result, in all its formats.

    With `raw`, a value is a dict of MIME types and their content. With a `display_id`, gives a
    handle. IPython's other options are accepted and mean nothing here.
    """
    _display.display(*values, raw=raw)
    if not display_id:
        return None
    return DisplayHandle(display_id if isinstance(display_id, str) else None)


def update_display(value: Any, *, display_id: str, **options: Any) -> None:
    """Shows a value again as it is now: what was shown stays."""
    display(value, **options)


def clear_output(*, wait: bool = False) -> None:
    """Accepts the wish: what was shown is with the client already."""


def set_matplotlib_formats(*_formats: str, **_options: Any) -> None:
    """Accepts the formats: figures are shown as PNG, with their data."""


class DisplayObject:
    """Content, from a string, from bytes, or from a file; there is no network for a `url`."""

    _read_flags = 'r'

    def __init__(
        self,
        data: Any = None,
        url: str | None = None,
        filename: str | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> None:
        if isinstance(data, PurePath):
            data = str(data)
        if isinstance(data, str) and filename is None and url is None:
            if data.startswith(('http://', 'https://')):
                data, url = None, data
            elif _is_file(data):
                data, filename = None, data
        self.data, self.url, self.filename = data, url, filename
        self.metadata = metadata or {}
        self.reload()

    def __repr__(self) -> str:
        return f'<IPython.core.display.{type(self).__name__} object>'

    def reload(self) -> None:
        """Reads the file again, if the content comes from one."""
        if self.filename is not None:
            encoding = None if 'b' in self._read_flags else 'utf-8'
            with open(self.filename, self._read_flags, encoding=encoding) as file:
                self.data = file.read()
        elif self.url is not None and self.data is None:
            raise OSError(f'{self.url} cannot be loaded. {ADVICE}')


def _is_file(text: str) -> bool:
    try:
        return os.path.isfile(text)
    except OSError, ValueError:
        return False


class TextDisplayObject(DisplayObject):
    """Content that is text."""

    def __init__(self, data: Any = None, *arguments: Any, **options: Any) -> None:
        super().__init__(data, *arguments, **options)
        if self.data is not None and not isinstance(self.data, str):
            raise TypeError(f'{type(self).__name__} expects text, not {self.data!r}')


class Pretty(TextDisplayObject):
    """Plain text."""

    def __repr__(self) -> str:
        return str(self.data)


class HTML(TextDisplayObject):
    """Markup of a page."""

    def _repr_html_(self) -> str:
        return self.data

    def __html__(self) -> str:
        return self.data


class Markdown(TextDisplayObject):
    """Text in Markdown."""

    def _repr_markdown_(self) -> str:
        return self.data


class Latex(TextDisplayObject):
    """LaTeX."""

    def _repr_latex_(self) -> str:
        return self.data


class Math(TextDisplayObject):
    """A formula in LaTeX."""

    def _repr_latex_(self) -> str:
        return f'$\\displaystyle {self.data.strip("$")}$'


class SVG(DisplayObject):
    """A vector graphic: what `<svg>` is around."""

    def __init__(self, data: Any = None, *arguments: Any, **options: Any) -> None:
        super().__init__(data, *arguments, **options)
        text = self.data.decode() if isinstance(self.data, bytes) else str(self.data)
        start = text.find('<svg')
        self.data = text[start:] if start >= 0 else text

    def _repr_svg_(self) -> str:
        return self.data


class JSON(DisplayObject):
    """A value that JSON can carry, or its text."""

    def __init__(self, data: Any = None, *arguments: Any, **options: Any) -> None:
        options = {name: options[name] for name in ('url', 'filename') if name in options}
        super().__init__(data, *arguments, **options)

    def _repr_json_(self) -> Any:
        import json  # noqa: PLC0415

        return json.loads(self.data) if isinstance(self.data, str) else self.data


class Javascript(TextDisplayObject):
    """A script, which is not run."""

    def _repr_html_(self) -> str:
        return f'<pre>{html.escape(self.data)}</pre>'


class Code(TextDisplayObject):
    """Source code."""

    def __init__(
        self, data: Any = None, *arguments: Any, language: str | None = None, **options: Any
    ) -> None:
        self.language = language
        super().__init__(data, *arguments, **options)

    def __repr__(self) -> str:
        return self.data

    def _repr_html_(self) -> str:
        return f'<pre><code>{html.escape(self.data)}</code></pre>'


class Image(DisplayObject):
    """A picture: PNG and JPEG as they are, any other format that Pillow reads as PNG."""

    _read_flags = 'rb'

    def __init__(
        self,
        data: Any = None,
        url: str | None = None,
        filename: str | None = None,
        format: str | None = None,
        **options: Any,
    ) -> None:
        self.format = format
        self.width, self.height = options.get('width'), options.get('height')
        super().__init__(data, url, filename, options.get('metadata'))
        if isinstance(self.data, str):
            raise FileNotFoundError(f'No such file or directory: {self.data!r}')

    def reload(self) -> None:
        """Reads the file again, if the picture comes from one."""
        if self.url is None:
            super().reload()

    def _repr_html_(self) -> str | None:
        return None if self.url is None else f'<img src="{html.escape(self.url)}"/>'

    def _repr_jpeg_(self) -> bytes | None:
        return self.data if self.data is not None and self.data.startswith(_JPEG) else None

    def _repr_png_(self) -> bytes | None:
        if self.data is None or self.data.startswith(_JPEG):
            return None
        return self.data if self.data.startswith(_PNG) else _as_png(self.data)


def _as_png(data: bytes) -> bytes:
    from PIL import Image as Pillow  # noqa: PLC0415

    stream = io.BytesIO()
    with Pillow.open(io.BytesIO(data)) as picture:
        picture.save(stream, 'png')
    return stream.getvalue()


class Audio(DisplayObject):
    """Sound: a file's content, or samples and their rate, with a player around it."""

    _read_flags = 'rb'

    def __init__(
        self,
        data: Any = None,
        filename: str | None = None,
        url: str | None = None,
        rate: int | None = None,
        *,
        normalize: bool = True,
        **_options: Any,
    ) -> None:
        super().__init__(data, url, filename)
        if self.data is not None and not isinstance(self.data, bytes):
            if rate is None:
                raise ValueError('rate must be specified when data is a numpy array or a list')
            self.data = _wave(self.data, rate, normalize=normalize)

    def _repr_html_(self) -> str:
        sound = f'data:audio/wav;base64,{b64encode(self.data).decode()}'
        return f'<audio controls="controls"><source src="{sound}" type="audio/wav"/></audio>'


def _wave(samples: Any, rate: int, *, normalize: bool) -> bytes:
    import numpy  # noqa: PLC0415

    values = numpy.atleast_2d(numpy.asarray(samples, dtype=float))
    if values.ndim > _MULTICHANNEL:
        raise ValueError('Array audio input must be a 1D or 2D array')
    peak = numpy.abs(values).max(initial=0) if normalize else 1
    if not normalize and numpy.abs(values).max(initial=0) > 1:
        raise ValueError('Audio data must be between -1 and 1 when normalize=False.')
    data = (values.T / (peak or 1) * _PEAK).astype('<i2').tobytes()
    channels = len(values)
    form = struct.pack('<HHIIHH', 1, channels, rate, rate * channels * 2, channels * 2, 16)
    chunks = b'WAVEfmt ' + struct.pack('<I', len(form)) + form
    chunks += b'data' + struct.pack('<I', len(data)) + data
    return b'RIFF' + struct.pack('<I', len(chunks)) + chunks


class IFrame:
    """A page in a page."""

    def __init__(self, src: str, width: Any, height: Any, **_options: Any) -> None:
        self.src, self.width, self.height = src, width, height

    def _repr_html_(self) -> str:
        src, width, height = (
            html.escape(str(each)) for each in (self.src, self.width, self.height)
        )
        return f'<iframe width="{width}" height="{height}" src="{src}"></iframe>'


class FileLink:
    """The name of a file: those in the working folder are given to the user with their links."""

    def __init__(self, path: Any, **_options: Any) -> None:
        self.path = str(path)

    def __repr__(self) -> str:
        return os.path.abspath(self.path)


class FileLinks(FileLink):
    """The same for a folder."""


def _shows(mime: str) -> Any:
    def show(*values: Any, raw: bool = False, **options: Any) -> None:
        for value in values:
            display({mime: value} if raw else value, raw=raw, **options)

    show.__doc__ = f'Shows values, or with `raw` their content as {mime}.'
    return show


display_html = _shows('text/html')
display_jpeg = _shows('image/jpeg')
display_json = _shows('application/json')
display_latex = _shows('text/latex')
display_markdown = _shows('text/markdown')
display_pdf = _shows('application/pdf')
display_png = _shows('image/png')
display_pretty = _shows('text/plain')
display_svg = _shows('image/svg+xml')
