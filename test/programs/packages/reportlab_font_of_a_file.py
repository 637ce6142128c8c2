#> Příliš žluťoučký
#> 
#: files ["a.pdf"]
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
pdfmetrics.registerFont(TTFont('DejaVuSans', 'DejaVuSans.ttf'))
c = canvas.Canvas('a.pdf')
c.setFont('DejaVuSans', 14)
c.drawString(72, 720, 'Příliš žluťoučký')
c.save()
print(PdfReader('a.pdf').pages[0].extract_text())
