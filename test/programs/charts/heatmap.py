#: pictures 1
#: charts [{"type": "unknown", "title": null, "elements": []}]
import matplotlib.pyplot as plt, seaborn as sns, pandas as pd
sns.heatmap(pd.DataFrame([[1, 2], [3, 4]], index=['r', 's'], columns=['a', 'b']), annot=True)
plt.show()
