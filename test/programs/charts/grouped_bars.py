#: pictures 1
#: charts [{"type": "bar", "title": null, "x_label": null, "y_label": null, "elements": [{"label": "n", "group": "2023", "value": 1}, {"label": "s", "group": "2023", "value": 2}, {"label": "w", "group": "2023", "value": 3}, {"label": "n", "group": "2024", "value": 2}, {"label": "s", "group": "2024", "value": 3}, {"label": "w", "group": "2024", "value": 4}], "x_unit": null, "y_unit": null}]
import numpy as np, matplotlib.pyplot as plt
x = np.arange(3)
plt.bar(x - 0.2, [1, 2, 3], 0.4, label='2023')
plt.bar(x + 0.2, [2, 3, 4], 0.4, label='2024')
plt.xticks(x, ['n', 's', 'w']); plt.legend()
plt.show()
