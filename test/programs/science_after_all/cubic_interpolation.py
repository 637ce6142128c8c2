#: error "execution_error ImportError: `Import scipy` failed. cubic interpolation requires SciPy. Use pip or conda to install the scipy package. The sandbox has no module 'scipy', and nothing can be installed in it. method='linear' needs no SciPy. For a smooth curve: numpy.polynomial.Polynomial.fit(x, y, degree) through what is known."
import pandas as pd
pd.Series([1, None, 9, 16]).interpolate('cubic')
