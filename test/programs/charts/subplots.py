#: pictures 1
#: charts [{"type": "superchart", "title": "both", "elements": [{"type": "line", "title": "left", "x_label": null, "y_label": null, "x_unit": null, "y_unit": null, "x_ticks": [0.8, 1, 1.2000000000000002, 1.4000000000000001, 1.6, 1.8, 2, 2.2], "x_tick_labels": ["0.8", "1.0", "1.2", "1.4", "1.6", "1.8", "2.0", "2.2"], "x_scale": "linear", "y_ticks": [2.8000000000000003, 3.0000000000000004, 3.2, 3.4000000000000004, 3.6000000000000005, 3.8000000000000003, 4, 4.2], "y_tick_labels": ["2.8", "3.0", "3.2", "3.4", "3.6", "3.8", "4.0", "4.2"], "y_scale": "linear", "elements": [{"label": "Line 0", "points": [[1, 3], [2, 4]]}]}, {"type": "bar", "title": "right", "x_label": null, "y_label": null, "x_unit": null, "y_unit": null, "elements": [{"label": "a", "group": "Group 0", "value": 1}]}]}]
import matplotlib.pyplot as plt
fig, (left, right) = plt.subplots(1, 2, figsize=(8, 3))
left.plot([1, 2], [3, 4]); left.set_title('left')
right.bar(['a'], [1]); right.set_title('right')
fig.suptitle('both'); fig.tight_layout()
plt.show()
