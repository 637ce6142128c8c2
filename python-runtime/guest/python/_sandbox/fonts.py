"""Fonts for the scripts that Matplotlib's own font lacks: East Asian, Indic, Thai.

Matplotlib would look for a missing character in further families of a text, but opens all of them
for every text. So a text is given those families only that its characters need.
"""

import functools
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from matplotlib import _mathtext, font_manager
from matplotlib.text import Text

_FOLDER = Path('/usr/share/fonts/truetype')
_SCRIPTS = {
    'Droid Sans Fallback': re.compile(
        '[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]'
    ),
    'Noto Sans Devanagari': re.compile('[\u0900-\u097f]'),
    'Noto Sans Bengali': re.compile('[\u0980-\u09ff]'),
    'Noto Sans Gurmukhi': re.compile('[\u0a00-\u0a7f]'),
    'Noto Sans Gujarati': re.compile('[\u0a80-\u0aff]'),
    'Noto Sans Oriya': re.compile('[\u0b00-\u0b7f]'),
    'Noto Sans Tamil': re.compile('[\u0b80-\u0bff]'),
    'Noto Sans Telugu': re.compile('[\u0c00-\u0c7f]'),
    'Noto Sans Kannada': re.compile('[\u0c80-\u0cff]'),
    'Noto Sans Malayalam': re.compile('[\u0d00-\u0d7f]'),
    'Noto Sans Sinhala': re.compile('[\u0d80-\u0dff]'),
    'Noto Sans Thai': re.compile('[\u0e00-\u0e7f]'),
}

# What programs for other machines ask for, so that such text is shown. Here they mean the default
# font, behind which these scripts stand.
_ALIASES = (
    'AppleGothic',
    'Arial Unicode MS',
    'Heiti TC',
    'Hiragino Sans',
    'IPAexGothic',
    'Malgun Gothic',
    'Mangal',
    'Meiryo',
    'Microsoft JhengHei',
    'Microsoft YaHei',
    'MS Gothic',
    'NanumGothic',
    'Nirmala UI',
    'Noto Sans CJK JP',
    'Noto Sans CJK KR',
    'Noto Sans CJK SC',
    'Noto Sans CJK TC',
    'PingFang SC',
    'SimHei',
    'SimSun',
    'Source Han Sans CN',
    'STHeiti',
    'TakaoGothic',
    'WenQuanYi Micro Hei',
    'WenQuanYi Zen Hei',
    'Yu Gothic',
)


def install() -> None:
    """Makes the fonts known to Matplotlib, and has every text find them."""
    manager = font_manager.fontManager
    for file in sorted(_FOLDER.glob('*.ttf')):
        manager.addfont(file)
    default = [font for font in manager.ttflist if font.name == 'DejaVu Sans']
    for alias in _ALIASES:
        manager.ttflist += [replace(font, name=alias) for font in default]
    _cover_texts()
    _cover_formulas()


def _families(text: str) -> list[str]:
    return [] if text.isascii() else [name for name, has in _SCRIPTS.items() if has.search(text)]


def _cover_texts() -> None:
    lay_out = Text._get_layout

    @functools.wraps(lay_out)
    def lay_out_with_fonts(self: Text, renderer: Any) -> Any:
        chosen = self._fontproperties.get_family()
        lacking = [name for name in _families(self._text) if name not in chosen]
        if lacking:
            self._fontproperties = self._fontproperties.copy()
            self._fontproperties.set_family([*chosen, *lacking])
        return lay_out(self, renderer)

    Text._get_layout = lay_out_with_fonts


def _cover_formulas() -> None:
    """In a text with a formula Matplotlib chooses the font of each character by itself."""
    fonts = _mathtext.UnicodeFonts
    choose = fonts._get_glyph

    @functools.wraps(choose)
    def choose_by_script(self: Any, fontname: str, font_class: str, sym: str) -> Any:
        families = _families(sym) if len(sym) == 1 else []
        if not families:
            return choose(self, fontname, font_class, sym)
        return font_manager.get_font(font_manager.findfont(families[0])), ord(sym), False

    fonts._get_glyph = choose_by_script
