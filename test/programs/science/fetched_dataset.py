#: error /^execution_error URLError: <urlopen error .*The sandbox has no network\./
#: stderr /Retry downloading from url/
from sklearn.datasets import fetch_california_housing

housing = fetch_california_housing()
print(housing.data.shape)
