#> 1 PLACEHOLDER (14) Quarterly review
#> 1 PLACEHOLDER (14) Ada – 2026
#> 2 PLACEHOLDER (14) What happened
#> 2 PLACEHOLDER (14) Sales doubled
#> twice
#> 3 PLACEHOLDER (14) Growth
#> 3 PICTURE (13) False
#> image/png (500, 300) 5486400 3291840
#> 3 TEXT_BOX (17) Source: us
#> 4 CHART (3) False
#> ['East', 'West'] [('2026', [19.2, 21.4])]
#> 4 TABLE (19) False
#> [['a', ''], ['', 'b']]
#> say it slowly
#: files ["review.pptx"]
import io

import matplotlib.pyplot as plt
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches, Pt

figure, axes = plt.subplots(figsize=(5, 3))
axes.plot([1, 2, 3], [2, 4, 8], marker='o')
picture = io.BytesIO()
figure.savefig(picture, format='png', dpi=100)
plt.close(figure)
picture.seek(0)

deck = Presentation()
first = deck.slides.add_slide(deck.slide_layouts[0])
first.shapes.title.text = 'Quarterly review'
first.placeholders[1].text = 'Ada – 2026'
second = deck.slides.add_slide(deck.slide_layouts[1])
second.shapes.title.text = 'What happened'
body = second.placeholders[1].text_frame
body.text = 'Sales doubled'
more = body.add_paragraph()
more.text, more.level = 'twice', 1
third = deck.slides.add_slide(deck.slide_layouts[5])
third.shapes.title.text = 'Growth'
third.shapes.add_picture(picture, Inches(1), Inches(1.5), width=Inches(6))
box = third.shapes.add_textbox(Inches(1), Inches(6), Inches(5), Inches(1))
box.text_frame.text = 'Source: us'
box.text_frame.paragraphs[0].font.size = Pt(12)
fourth = deck.slides.add_slide(deck.slide_layouts[6])
data = CategoryChartData()
data.categories = ['East', 'West']
data.add_series('2026', (19.2, 21.4))
fourth.shapes.add_chart(
    XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(1), Inches(6), Inches(4), data
)
table = fourth.shapes.add_table(2, 2, Inches(1), Inches(5.2), Inches(4), Inches(1)).table
table.cell(0, 0).text, table.cell(1, 1).text = 'a', 'b'
fourth.notes_slide.notes_text_frame.text = 'say it slowly'
deck.save('review.pptx')

for number, slide in enumerate(Presentation('review.pptx').slides, 1):
    for shape in slide.shapes:
        print(number, shape.shape_type, shape.has_text_frame and shape.text_frame.text)
        if shape.has_chart:
            [plot] = shape.chart.plots
            print(list(plot.categories), [(s.name, list(s.values)) for s in plot.series])
        if shape.has_table:
            print([[cell.text for cell in row.cells] for row in shape.table.rows])
        if hasattr(shape, 'image'):
            print(shape.image.content_type, shape.image.size, shape.width, shape.height)
    if slide.has_notes_slide:
        print(slide.notes_slide.notes_text_frame.text)
