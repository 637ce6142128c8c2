"""Makes the fonts of this folder from others': `python subset.py FOLDER`, with fontTools 4.62.1.

FOLDER has the unpacked packages fonts-droid-fallback 1:6.0.1r16-1.1 and fonts-noto-core 20201225-1
of Debian (`apt-get download`, `dpkg-deb -x`) and, as `package`, npm's @fontsource/noto-emoji 5.3.2
(`npm pack`, `tar xf`). What is kept are outlines for characters: Matplotlib neither hints nor
shapes with what a font says about it.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

DROID = 'usr/share/fonts-droid-fallback/truetype/DroidSansFallback.ttf'
EMOJI = 'package/files/noto-emoji-emoji-400-normal.woff'
NOTO = 'usr/share/fonts/truetype/noto/NotoSans{}-Regular.ttf'
SCRIPTS = (
    'Bengali',
    'Devanagari',
    'Gujarati',
    'Gurmukhi',
    'Kannada',
    'Malayalam',
    'Oriya',
    'Sinhala',
    'Tamil',
    'Telugu',
    'Thai',
)

# The sets of characters that East Asian computers were made for, by their encodings' first bytes.
COMMON = (
    ('gb2312', range(0xA1, 0xF8)),  # simplified Chinese, both levels
    ('big5', range(0xA4, 0xC7)),  # traditional Chinese, the first level
    ('euc_jp', range(0xB0, 0xD0)),  # Japanese, the first level
    ('euc_kr', range(0xB0, 0xC9)),  # Korean syllables
)
PUNCTUATION = (range(0x3000, 0x3130), range(0xFF00, 0xFFF0))

# Emoji but for the newest and for playing cards; in a square of so many units, which is finer than
# a pixel at any size that a chart has.
PICTURES = (
    range(0x2000, 0x3300),
    range(0x1F1E6, 0x1F200),
    range(0x1F300, 0x1F650),
    range(0x1F680, 0x1F700),
    range(0x1F7E0, 0x1F7EC),
    range(0x1F900, 0x1FA00),
)
EMOJI_UNITS = 512

# Families, versions and whose they are; see https://learn.microsoft.com/typography/opentype/spec/name.
NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]


def common_characters() -> set[int]:
    """The code points of `COMMON` and `PUNCTUATION`."""
    found = {point for block in PUNCTUATION for point in block}
    for encoding, first_bytes in COMMON:
        for first in first_bytes:
            for second in range(0x40, 0xFF):
                text = bytes([first, second]).decode(encoding, errors='ignore')
                if len(text) == 1:
                    found.add(ord(text))
    return found


def subset(
    source: Path, target: Path, characters: set[int] | None = None, units: int | None = None
) -> None:
    """Writes the font with these characters only, or with all that have one.

    With `units`, its outlines are rounded to so many in a square.
    """
    options = Options(
        hinting=False, layout_features=[], glyph_names=False, notdef_outline=True, name_IDs=NAMES
    )
    options.drop_tables += ['GDEF', 'GPOS', 'GSUB', 'STAT', 'vhea', 'vmtx']
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters or set(font.getBestCmap()))
    subsetter.subset(font)
    if units is not None:
        scale_upem(font, units)
    font.save(target)


def main(packages: Path) -> None:
    """Writes all fonts into this file's folder."""
    here = Path(__file__).parent
    subset(packages / DROID, here / 'DroidSansFallback.ttf', common_characters())
    pictures = {point for block in PICTURES for point in block}
    subset(packages / EMOJI, here / 'NotoEmoji-Regular.ttf', pictures, EMOJI_UNITS)
    for script in SCRIPTS:
        source = packages / NOTO.format(script)
        subset(source, here / source.name)


if __name__ == '__main__':
    main(Path(sys.argv[1]))
