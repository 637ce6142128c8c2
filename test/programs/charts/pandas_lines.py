#: pictures 1
#: charts [{"type": "line", "title": "both", "x_label": null, "y_label": null, "elements": [{"label": "a", "points": [[0, 1], [1, 2]]}, {"label": "b", "points": [[0, 3], [1, 1]]}], "x_unit": null, "y_unit": null, "x_ticks": [-0.2, 0, 0.2, 0.4000000000000001, 0.6000000000000001, 0.8, 1.0000000000000002, 1.2000000000000002], "x_tick_labels": ["−0.2", "0.0", "0.2", "0.4", "0.6", "0.8", "1.0", "1.2"], "x_scale": "linear", "y_ticks": [0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25], "y_tick_labels": ["0.75", "1.00", "1.25", "1.50", "1.75", "2.00", "2.25", "2.50", "2.75", "3.00", "3.25"], "y_scale": "linear"}]
import pandas as pd
import matplotlib.pyplot as plt
pd.DataFrame({'a': [1, 2], 'b': [3, 1]}).plot(title='both')
plt.show()
