"""Makes the fonts of this folder from Debian's: `python subset.py FOLDER`, with fontTools 4.62.1.

FOLDER has the unpacked packages fonts-droid-fallback 1:6.0.1r16-1.1 and fonts-noto-core 20201225-1
(`apt-get download`, `dpkg-deb -x`). What is kept are outlines for characters: Matplotlib neither
hints nor shapes with what a font says about it.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

DROID = 'usr/share/fonts-droid-fallback/truetype/DroidSansFallback.ttf'
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


def subset(source: Path, target: Path, characters: set[int] | None = None) -> None:
    """Writes the font with these characters only, or with all that have one."""
    options = Options(
        hinting=False, layout_features=[], glyph_names=False, notdef_outline=True, name_IDs=NAMES
    )
    options.drop_tables += ['GDEF', 'GPOS', 'GSUB']
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters or set(font.getBestCmap()))
    subsetter.subset(font)
    font.save(target)


def main(packages: Path) -> None:
    """Writes all fonts into this file's folder."""
    here = Path(__file__).parent
    subset(packages / DROID, here / 'DroidSansFallback.ttf', common_characters())
    for script in SCRIPTS:
        source = packages / NOTO.format(script)
        subset(source, here / source.name)


if __name__ == '__main__':
    main(Path(sys.argv[1]))
