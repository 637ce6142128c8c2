#: pictures 1
#: charts [{"type": "superchart", "title": null, "elements": [{"type": "bar", "title": null, "x_label": null, "y_label": "sales", "x_unit": null, "y_unit": null, "elements": [{"label": "a", "group": "Group 0", "value": 10}, {"label": "b", "group": "Group 0", "value": 20}]}, {"type": "line", "title": null, "x_label": null, "y_label": null, "x_unit": null, "y_unit": null, "x_ticks": [0, 1], "x_tick_labels": ["a", "b"], "x_scale": "categorical", "y_ticks": [0.08, 0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.22000000000000003], "y_tick_labels": ["0.08", "0.10", "0.12", "0.14", "0.16", "0.18", "0.20", "0.22"], "y_scale": "linear", "elements": [{"label": "Line 0", "points": [["a", 0.1], ["b", 0.2]]}]}]}]
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax.bar(['a', 'b'], [10, 20]); ax.set_ylabel('sales')
ax.twinx().plot(['a', 'b'], [0.1, 0.2], 'r-o')
plt.show()
