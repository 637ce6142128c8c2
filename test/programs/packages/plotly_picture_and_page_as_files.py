#> PNG True
#: files ["chart.html", "chart.png", "chart.svg"]
import plotly.express as px
from PIL import Image
fig = px.scatter(px.data.iris(), x='sepal_width', y='sepal_length', color='species')
fig.write_image('chart.png', width=600, height=400, scale=2)
fig.write_image('chart.svg')
fig.write_html('chart.html')
print(Image.open('chart.png').format, len(open('chart.html').read()) < 200_000)
