#: pictures 1
#: charts [{"type": "pie", "title": null, "elements": [{"label": "a", "angle": 216.000015, "radius": 1}, {"label": "b", "angle": 107.999985, "radius": 1}, {"label": "c", "angle": 36, "radius": 1}]}]
import matplotlib.pyplot as plt
plt.pie([60, 30, 10], labels=['a', 'b', 'c'], autopct='%1.0f%%')
plt.show()
