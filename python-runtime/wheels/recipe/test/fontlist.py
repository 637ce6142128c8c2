"""In Pyodide: writes matplotlib's list of the fonts that come with it into the folder ARGV[1]."""

import sys
from pathlib import Path

import matplotlib
from matplotlib import font_manager

fonts = font_manager.FontManager()
every = fonts.ttflist + fonts.afmlist
assert every and all(font.fname.startswith(matplotlib.get_data_path()) for font in every)
fonts.ttflist.sort(key=lambda font: font.fname)
fonts.afmlist.sort(key=lambda font: font.fname)

name = f'fontlist-v{font_manager.FontManager.__version__}.json'
made = Path('/tmp', name)
font_manager.json_dump(fonts, made)
Path(sys.argv[1], name).write_text(made.read_text())
print(name, len(fonts.ttflist), 'ttf', len(fonts.afmlist), 'afm')
