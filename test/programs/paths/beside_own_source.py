#: attached {"notes.txt": "found"}
#> found
from pathlib import Path
print((Path(__file__).parent / 'notes.txt').read_text())
