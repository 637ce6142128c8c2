"""Plotly's figures as results: as a page of HTML, and as a picture where Matplotlib can draw one.

The script that draws them in a browser is not in the image: pages load it from Plotly's address.
"""

import io
from base64 import b64encode
from typing import Any

from _sandbox.deadline import ExecutionTimeout
from _sandbox.isolation import warn

SCRIPT_HASH = 'sha256-O24V1F27f8pb0glCkelh3cVHLNiHAJ5gCaVtq2aNch8='
"""Of the script of the image's version, which pages have the browser compare it with."""

_DPI = 100
_FORMATS = {'jpg': 'jpeg', None: 'png'}


def patch_base(module: Any) -> None:
    """For `plotly.basedatatypes`: figures have a picture beside their HTML."""
    module.BaseFigure._repr_mimebundle_ = _bundle
    module.BaseFigure._repr_html_ = _html


def patch_renderers(module: Any) -> None:
    """For `plotly.io._renderers`: to show a figure is to send it as a result."""

    def show(fig: Any, renderer: Any = None, validate: bool = True, **_options: Any) -> None:
        from _sandbox import display  # noqa: PLC0415

        display.show(_figure(fig))

    module.show = show


def patch_images(module: Any) -> None:
    """For `plotly.io._kaleido`: pictures are drawn by Matplotlib, as there is no browser."""
    write = module.write_image

    def to_image(fig: Any, format: str | None = None, **options: Any) -> bytes:
        return _image(_figure(fig), _FORMATS.get(format, str(format)), options)

    def write_image(fig: Any, file: Any, format: str | None = None, **options: Any) -> None:
        name = str(getattr(file, 'name', file))
        ending = name.rpartition('.')[2].lower() if '.' in name else None
        content = to_image(fig, format or ending, **options)
        if hasattr(file, 'write'):
            file.write(content)
        else:
            with open(file, 'wb') as target:
                target.write(content)

    to_image.__doc__, write_image.__doc__ = module.to_image.__doc__, write.__doc__
    module.to_image, module.write_image = to_image, write_image


def patch_html(module: Any) -> None:
    """For `plotly.io._html`: pages load the script rather than have it in them."""
    to_html = module.to_html

    def to_html_with_link(
        fig: Any,
        config: Any = None,
        auto_play: bool = True,
        include_plotlyjs: Any = True,
        **rest: Any,
    ) -> str:
        link = 'cdn' if include_plotlyjs in (True, 'directory', 'require') else include_plotlyjs
        return to_html(fig, config, auto_play, link, **rest)

    to_html_with_link.__doc__ = to_html.__doc__
    module.to_html = to_html_with_link
    module.get_plotlyjs = lambda: ''
    module._generate_sri_hash = lambda _script: SCRIPT_HASH


def _figure(value: Any) -> Any:
    import plotly.graph_objects  # noqa: PLC0415

    return value if hasattr(value, 'to_plotly_json') else plotly.graph_objects.Figure(value)


def _html(self: Any) -> str:
    page: str = self.to_html(full_html=False, include_plotlyjs='cdn')
    return page


def _bundle(self: Any, **_filters: Any) -> dict[str, Any]:
    kinds = ', '.join(dict.fromkeys(trace.type for trace in self.data)) or 'nothing'
    bundle = {'text/plain': f'Plotly figure: {kinds}', 'text/html': _html(self)}
    if not self.data:
        return bundle
    try:
        bundle['image/png'] = b64encode(_image(self, 'png', {})).decode()
    except ExecutionTimeout:
        raise
    except Exception as error:
        warn(f'A picture of the Plotly figure cannot be drawn here ({error}); its HTML is shown.')
    return bundle


def _image(figure: Any, form: str, options: dict[str, Any]) -> bytes:
    from _sandbox.plotly_drawing import draw  # noqa: PLC0415

    drawn = draw(figure, options.get('width'), options.get('height'))
    stream = io.BytesIO()
    scale = float(options.get('scale') or 1)
    drawn.savefig(stream, format=form, dpi=_DPI * scale, bbox_inches='tight', pad_inches=0.15)
    return stream.getvalue()
