"""Fonts for the scripts that Matplotlib's own font lacks, and for fonts that are not there.

Matplotlib would look for a missing character in further families of a text, but opens all of them
for every text. So a text is given those families only that its characters need.
"""

import functools
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from matplotlib import _mathtext, font_manager
from matplotlib.text import Text

from _sandbox.isolation import warn

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
    'Noto Emoji': re.compile('[\u231a-\u2bff\U0001f000-\U0001faff]'),
}

# What a font is like, by its name or its file's, for those that are not there. The first counts.
_LIKE = (
    ('Noto Emoji', re.compile('emoji|seguiemj|symbola')),
    (
        'Droid Sans Fallback',
        re.compile(
            'cjk|droidsansfallback|gothic|hei|heiti|hiragino|malgun|meiryo|ming|msyh|nanum'
            '|noto ?sans(?:jp|kr|sc|tc)|pingfang|simsun|song|wqy|yahei|yugoth'
        ),
    ),
    (
        'DejaVu Sans Mono',
        re.compile('code|consol|cour|fixed|inconsolata|menlo|monaco|mono|terminal|typewriter'),
    ),
    ('DejaVu Sans', re.compile('sans')),
    (
        'DejaVu Serif',
        re.compile(
            'antiqua|baskerville|book|cambria|century|charter|cmr|constantia|didot|garamond|georgia'
            '|minion|palatino|roman|serif|times'
        ),
    ),
)
_BOLD = re.compile('bold|black|heavy|bd|bi|z')
_ITALIC = re.compile('italic|oblique|i$')
_GENERIC = frozenset(font_manager.font_family_aliases)

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
    for name in ('findfont', '_find_fonts_by_props'):
        setattr(font_manager.FontManager, name, _finding_families(name))


def finding(truetype: Any) -> Any:
    """Pillow's `truetype`, with the nearest font for a file that is not there."""

    @functools.wraps(truetype)
    def truetype_or_nearest(font: Any = None, *arguments: Any, **options: Any) -> Any:
        try:
            return truetype(font, *arguments, **options)
        except OSError:
            if not isinstance(font, (str, os.PathLike)) or os.path.exists(font):
                raise
            return truetype(nearest(font), *arguments, **options)

    return truetype_or_nearest


def nearest(font: str | os.PathLike[str]) -> str:
    """The file of the font that is like one that is not there, which is told."""
    path, wanted = _file_like(os.fspath(font)), os.path.basename(font)
    if os.path.basename(path).lower() != wanted.lower():
        _tell(os.fspath(font), os.path.basename(path))
    return path


class _Known:
    def __init__(self) -> None:
        self.fonts = 0
        self.families: frozenset[str] = frozenset()
        self.told: set[str] = set()


_known = _Known()


def _finding_families(name: str) -> Any:
    """One of the font manager's ways to find a font, for families that are there."""
    find = getattr(font_manager.FontManager, name)

    @functools.wraps(find)
    def find_there(self: Any, prop: Any, *arguments: Any, **options: Any) -> Any:
        properties = font_manager.FontProperties._from_any(prop)
        if properties.get_file() is None:
            properties = _there(self, properties)
        return find(self, properties, *arguments, **options)

    return find_there


def _there(manager: Any, properties: Any) -> Any:
    if len(manager.ttflist) != _known.fonts:
        _known.fonts = len(manager.ttflist)
        _known.families = frozenset(font.name.lower() for font in manager.ttflist)
    asked = properties.get_family()
    there = [family for family in asked if _is_there(family)]
    if there == asked:
        return properties
    if all(family in _SCRIPTS for family in there):
        first = _wanted(asked[0])
        there.insert(0, _like(first))
        _tell(first, there[0])
    properties = properties.copy()
    properties.set_family(there)
    return properties


def _is_there(family: str) -> bool:
    if family.lower() not in _GENERIC:
        return family.lower() in _known.families
    names = font_manager.FontManager._expand_aliases(family)
    return any(name.lower() in _known.families for name in names)


def _wanted(family: str) -> str:
    """What a generic family stands for, where the program has said so."""
    names = font_manager.FontManager._expand_aliases(family) if family in _GENERIC else []
    return names[0] if names else family


def _like(name: str) -> str:
    lower = name.lower()
    return next((ours for ours, has in _LIKE if has.search(lower)), 'DejaVu Sans')


def _file_like(path: str) -> str:
    stem = Path(path).stem.lower()
    properties = font_manager.FontProperties(
        family=_like(stem),
        weight='bold' if _BOLD.search(stem) else 'normal',
        style='italic' if _ITALIC.search(stem) else 'normal',
    )
    return font_manager.findfont(properties)


def _tell(wanted: str, nearest: str) -> None:
    if wanted not in _known.told:
        _known.told.add(wanted)
        warn(f'The font {wanted!r} is not in this sandbox; the nearest is {nearest!r}.')


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
