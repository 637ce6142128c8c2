#: pictures 1
#: charts [{"type": "bar", "title": "bars", "x_label": null, "y_label": "count", "elements": [{"label": "a", "group": "Group 0", "value": 3}, {"label": "b", "group": "Group 0", "value": 1}, {"label": "c", "group": "Group 0", "value": 2}], "x_unit": null, "y_unit": null}]
import matplotlib.pyplot as plt
plt.bar(['a', 'b', 'c'], [3, 1, 2])
plt.title('bars'); plt.ylabel('count')
plt.show()
