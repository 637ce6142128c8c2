#: pictures 1
#: charts [{"type": "bar", "title": null, "x_label": null, "y_label": null, "elements": [{"label": "x", "group": "Group 0", "value": 1}, {"label": "y", "group": "Group 0", "value": 2}], "x_unit": null, "y_unit": null}]
import pandas as pd
import matplotlib.pyplot as plt
pd.Series({'x': 1, 'y': 2}).plot.bar(rot=0)
plt.show()
