#: pictures 1
#: charts [{"type": "bar", "title": null, "x_label": "day", "y_label": "tip", "elements": [{"label": "mo", "group": "Group 0", "value": 2}, {"label": "tu", "group": "Group 0", "value": 3}], "x_unit": null, "y_unit": null}]
import pandas as pd, seaborn as sns, matplotlib.pyplot as plt
df = pd.DataFrame({'day': ['mo', 'mo', 'tu', 'tu'], 'tip': [1, 3, 2, 4]})
sns.barplot(data=df, x='day', y='tip', errorbar=None)
plt.show()
