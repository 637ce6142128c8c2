#: pictures 1
#: charts [{"type": "line", "title": null, "x_label": null, "y_label": null, "elements": [{"label": "Line 1", "points": [[0, 1], [1, 2], [2, 1]]}], "x_unit": null, "y_unit": null, "x_ticks": [-0.25, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25], "x_tick_labels": ["−0.25", "0.00", "0.25", "0.50", "0.75", "1.00", "1.25", "1.50", "1.75", "2.00", "2.25"], "x_scale": "linear", "y_ticks": [-0.25, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25], "y_tick_labels": ["−0.25", "0.00", "0.25", "0.50", "0.75", "1.00", "1.25", "1.50", "1.75", "2.00", "2.25"], "y_scale": "linear"}]
import matplotlib.pyplot as plt
plt.fill_between([0, 1, 2], [1, 2, 1], alpha=0.3); plt.step([0, 1, 2], [1, 2, 1])
plt.show()
