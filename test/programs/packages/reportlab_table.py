#> 2 True 1 End
#> 
#: files ["table.pdf"]
import io
import matplotlib.pyplot as plt
from pypdf import PdfReader
from reportlab.lib import colors
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import inch
from reportlab.platypus import Image, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
plt.plot([1, 3, 2])
picture = io.BytesIO()
plt.savefig(picture, format='png')
plt.close()
picture.seek(0)
styles = getSampleStyleSheet()
table = Table([['Item', 'Price'], ['Tea', '2.50'], ['Cake', '3.75']])
table.setStyle(TableStyle([('GRID', (0, 0), (-1, -1), 0.5, colors.grey), ('BACKGROUND', (0, 0), (-1, 0), colors.lightblue)]))
story = [Paragraph('A <b>bill</b>', styles['Title']), table, Spacer(1, 0.2 * inch), Image(picture, 4 * inch, 3 * inch), PageBreak(), Paragraph('End', styles['Normal'])]
SimpleDocTemplate('table.pdf', pagesize=letter).build(story)
pages = PdfReader('table.pdf').pages
print(len(pages), 'Cake' in pages[0].extract_text(), len(pages[0].images), pages[1].extract_text())
