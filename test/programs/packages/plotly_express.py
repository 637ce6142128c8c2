#> 2 Sales
#: pictures 1
import pandas as pd
import plotly.express as px
df = pd.DataFrame({'day': ['Mon', 'Tue', 'Wed'] * 2, 'sales': [3, 5, 4, 2, 6, 7], 'shop': ['A'] * 3 + ['B'] * 3})
fig = px.bar(df, x='day', y='sales', color='shop', barmode='group', title='Sales')
print(len(fig.data), fig.layout.title.text)
fig.show()
