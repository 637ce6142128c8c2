#: pictures 1
#: charts [{"type": "line", "title": null, "x_label": "x", "y_label": null, "elements": [{"label": "x", "points": [[0, 0], [0.5, 0.5], [1, 1]]}, {"label": "x²", "points": [[0, 0], [0.5, 0.25], [1, 1]]}], "x_unit": null, "y_unit": null, "x_ticks": [-0.2, 0, 0.2, 0.4000000000000001, 0.6000000000000001, 0.8, 1.0000000000000002, 1.2000000000000002], "x_tick_labels": ["−0.2", "0.0", "0.2", "0.4", "0.6", "0.8", "1.0", "1.2"], "x_scale": "linear", "y_ticks": [-0.2, 0, 0.2, 0.4000000000000001, 0.6000000000000001, 0.8, 1.0000000000000002, 1.2000000000000002], "y_tick_labels": ["−0.2", "0.0", "0.2", "0.4", "0.6", "0.8", "1.0", "1.2"], "y_scale": "linear"}]
import numpy as np, matplotlib.pyplot as plt
x = np.linspace(0, 1, 3)
plt.plot(x, x, label='x'); plt.plot(x, x ** 2, '--', label='x²')
plt.xlabel('x'); plt.legend(); plt.grid()
plt.show()
