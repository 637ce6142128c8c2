#: pictures 1
#: charts [{"type": "box_and_whisker", "title": null, "x_label": null, "y_label": null, "elements": [{"label": "a", "min": 1, "first_quartile": 1.75, "median": 2.5, "third_quartile": 3.25, "max": 4, "outliers": []}, {"label": "b", "min": 2, "first_quartile": 3.5, "median": 5, "third_quartile": 6.5, "max": 8, "outliers": []}], "x_unit": null, "y_unit": null}]
import matplotlib.pyplot as plt
plt.boxplot([[1, 2, 3, 4], [2, 4, 6, 8]], tick_labels=['a', 'b'])
plt.show()
