#: pictures 1
#: charts [{"type": "bar", "title": null, "x_label": null, "y_label": null, "elements": [{"label": "1–1.66667", "group": "Group 0", "value": 2}, {"label": "1.66667–2.33333", "group": "Group 0", "value": 1}, {"label": "2.33333–3", "group": "Group 0", "value": 3}], "x_unit": null, "y_unit": null}]
import matplotlib.pyplot as plt
plt.hist([1, 1, 2, 3, 3, 3], bins=3)
plt.show()
