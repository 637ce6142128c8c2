#: pictures 1
#: charts [{"type": "scatter", "title": null, "x_label": null, "y_label": null, "elements": [{"label": "Points 0", "points": [[1, 4], [2, 5], [3, 6]]}], "x_unit": null, "y_unit": null, "x_ticks": [0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25], "x_tick_labels": ["0.75", "1.00", "1.25", "1.50", "1.75", "2.00", "2.25", "2.50", "2.75", "3.00", "3.25"], "x_scale": "linear", "y_ticks": [3.75, 4, 4.25, 4.5, 4.75, 5, 5.25, 5.5, 5.75, 6, 6.25], "y_tick_labels": ["3.75", "4.00", "4.25", "4.50", "4.75", "5.00", "5.25", "5.50", "5.75", "6.00", "6.25"], "y_scale": "linear"}]
import matplotlib.pyplot as plt
plt.scatter([1, 2, 3], [4, 5, 6], c=[1, 2, 3]); plt.colorbar(label='z')
plt.show()
