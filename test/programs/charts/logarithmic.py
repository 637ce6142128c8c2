#: pictures 1
#: charts [{"type": "line", "title": null, "x_label": null, "y_label": null, "elements": [{"label": "Line 0", "points": [[1, 1], [10, 100], [100, 10000]]}], "x_unit": null, "y_unit": null, "x_ticks": [0.01, 0.1, 1, 10, 100, 1000, 10000], "x_tick_labels": ["$\\mathdefault{10^{-2}}$", "$\\mathdefault{10^{-1}}$", "$\\mathdefault{10^{0}}$", "$\\mathdefault{10^{1}}$", "$\\mathdefault{10^{2}}$", "$\\mathdefault{10^{3}}$", "$\\mathdefault{10^{4}}$"], "x_scale": "log", "y_ticks": [0.01, 0.1, 1, 10, 100, 1000, 10000, 100000, 1000000], "y_tick_labels": ["$\\mathdefault{10^{-2}}$", "$\\mathdefault{10^{-1}}$", "$\\mathdefault{10^{0}}$", "$\\mathdefault{10^{1}}$", "$\\mathdefault{10^{2}}$", "$\\mathdefault{10^{3}}$", "$\\mathdefault{10^{4}}$", "$\\mathdefault{10^{5}}$", "$\\mathdefault{10^{6}}$"], "y_scale": "log"}]
import matplotlib.pyplot as plt
plt.loglog([1, 10, 100], [1, 100, 10000], 'o-')
plt.show()
