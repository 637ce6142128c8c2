#: stderr "A picture of the Plotly figure cannot be drawn here (treemap); its HTML is shown.\n"
#: values [{"text": "Plotly figure: treemap"}]
import plotly.express as px
px.treemap(names=['all', 'a', 'b'], parents=['', 'all', 'all'], values=[3, 1, 2]).show()
