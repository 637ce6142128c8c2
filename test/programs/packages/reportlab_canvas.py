#> Hello, PDF
#>  595.2756
#: files ["hello.pdf"]
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas
c = canvas.Canvas('hello.pdf', pagesize=A4)
c.setFont('Helvetica-Bold', 20)
c.drawString(100, 750, 'Hello, PDF')
c.rect(100, 700, 200, 30, fill=0)
c.showPage()
c.save()
page = PdfReader('hello.pdf').pages[0]
print(page.extract_text(), page.mediabox.width)
