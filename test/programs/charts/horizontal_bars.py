#: pictures 1
#: charts [{"type": "bar", "title": null, "x_label": null, "y_label": "n", "elements": [{"label": "x", "group": "Group 0", "value": 2}, {"label": "y", "group": "Group 0", "value": 5}], "x_unit": null, "y_unit": null}]
import matplotlib.pyplot as plt
plt.barh(['x', 'y'], [2, 5]); plt.xlabel('n')
plt.show()
