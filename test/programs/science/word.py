#> Ada
#> Title 'Sales 2026'
#> Heading 1 'By quarter'
#> Normal 'Best quarter: Q2 – Zürich'
#> List Bullet 'north'
#> List Bullet 'south'
#> Normal ''
#> Normal ''
#> [['quarter', 'sold'], ['Q1', '120'], ['Q2', '150'], ['Q3', '90']]
#> WD_INLINE_SHAPE_TYPE.PICTURE 10.0 7.5
#> [('Best quarter: ', None, None), ('Q2 – Zürich', True, 14.0)]
#: files ["sales.docx"]
import io

import matplotlib.pyplot as plt
from docx import Document
from docx.shared import Cm, Pt, RGBColor

figure, axes = plt.subplots(figsize=(4, 3))
axes.bar(['Q1', 'Q2', 'Q3'], [120, 150, 90])
picture = io.BytesIO()
figure.savefig(picture, format='png', dpi=100)
plt.close(figure)
picture.seek(0)

document = Document()
document.core_properties.author = 'Ada'
document.add_heading('Sales 2026', level=0)
document.add_heading('By quarter', level=1)
paragraph = document.add_paragraph('Best quarter: ')
run = paragraph.add_run('Q2 – Zürich')
run.bold = True
run.font.size = Pt(14)
run.font.color.rgb = RGBColor(0xC0, 0, 0)
for item in ('north', 'south'):
    document.add_paragraph(item, style='List Bullet')
table = document.add_table(rows=1, cols=2, style='Light Grid Accent 1')
table.rows[0].cells[0].text, table.rows[0].cells[1].text = 'quarter', 'sold'
for quarter, sold in [('Q1', 120), ('Q2', 150), ('Q3', 90)]:
    row = table.add_row().cells
    row[0].text, row[1].text = quarter, str(sold)
document.add_picture(picture, width=Cm(10))
document.add_page_break()
document.save('sales.docx')

again = Document('sales.docx')
print(again.core_properties.author)
for paragraph in again.paragraphs:
    print(paragraph.style.name, repr(paragraph.text))
print([[cell.text for cell in row.cells] for row in again.tables[0].rows])
[shape] = again.inline_shapes
print(shape.type, shape.width.cm, round(shape.height.cm, 2))
print([(r.text, r.bold, r.font.size and r.font.size.pt) for r in again.paragraphs[2].runs])
