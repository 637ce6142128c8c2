#: pictures 1
import plotly.graph_objects as go
from plotly.subplots import make_subplots
fig = make_subplots(rows=1, cols=2, specs=[[{'type': 'xy'}, {'type': 'domain'}]])
fig.add_trace(go.Scatter(x=[1, 2, 3], y=[2, 1, 3], name='line'), row=1, col=1)
fig.add_hline(y=2, line_dash='dash', annotation_text='two', row=1, col=1)
fig.add_trace(go.Pie(labels=['a', 'b'], values=[2, 1]), row=1, col=2)
fig.update_layout(width=900, height=400)
fig
