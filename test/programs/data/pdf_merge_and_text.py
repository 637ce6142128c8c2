#> 2 460.8
#: files ["both.pdf", "one.pdf", "two.pdf"]
import matplotlib.pyplot as plt
from pypdf import PdfReader, PdfWriter
for name in ('one', 'two'):
    plt.figure(); plt.figtext(0.3, 0.5, f'page {name}'); plt.savefig(f'{name}.pdf'); plt.close()
writer = PdfWriter()
for name in ('one', 'two'):
    writer.append(f'{name}.pdf')
writer.write('both.pdf')
reader = PdfReader('both.pdf')
print(len(reader.pages), reader.pages[0].mediabox.width)
