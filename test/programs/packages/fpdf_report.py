#> True True True
#: files ["report.pdf"]
from fpdf import FPDF
from pypdf import PdfReader
pdf = FPDF()
pdf.add_page()
pdf.set_font('Helvetica', 'B', 16)
pdf.cell(0, 10, 'Report', new_x='LMARGIN', new_y='NEXT')
pdf.add_font('DejaVu', '', 'DejaVuSans.ttf')
pdf.set_font('DejaVu', size=12)
pdf.multi_cell(0, 8, 'Žluťoučký kůň, Ωmega')
pdf.set_font('Helvetica', size=11)
with pdf.table() as table:
    for row in (('name', 'score'), ('Ada', '10'), ('Bob', '7')):
        table.row(row)
pdf.output('report.pdf')
text = PdfReader('report.pdf').pages[0].extract_text()
print('Report' in text, 'Ωmega' in text, 'Ada' in text)
