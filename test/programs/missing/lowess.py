#: pictures 1
#: error /This sandbox has no module 'statsmodels': it is in the image 'science', which a program gets that begins with that import. Import it there. numpy.polyfit fits a line without lowess, robust and logistic\.$/
import pandas as pd
import seaborn as sns
frame = pd.DataFrame({'x': range(12), 'y': [1, 2, 4, 3, 5, 7, 6, 8, 10, 9, 12, 11]})
sns.regplot(frame, x='x', y='y', lowess=True)
