#: error "execution_error ModuleNotFoundError: No module named 'scipy'. The sandbox has no module 'scipy', and nothing can be installed in it. Spearman's of two series is a.rank().corr(b.rank()); of a table, df.corr(method='spearman') works. Kendall's, without ties: s = numpy.sign(x[:, None] - x) * numpy.sign(y[:, None] - y); s.sum() / (len(x) * (len(x) - 1))."
import pandas as pd
a, b = pd.Series([1, 2, 3]), pd.Series([1, 3, 2])
a.corr(b, method='spearman')
