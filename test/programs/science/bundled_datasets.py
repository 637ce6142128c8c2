#> load_iris (150, 4) 3.4645 (150,)
#> load_wine (178, 13) 69.1337 (178,)
#> load_breast_cancer (569, 30) 61.8907 (569,)
#> load_digits (1797, 64) 4.8842 (1797,)
#> load_diabetes (442, 10) 0.039 (442,)
#> load_linnerud (20, 3) 75.1 (20, 3)
#> {0: 1.462, 1: 4.26, 2: 5.552}
#> Iris plants dataset
#> (427, 640, 3)
from sklearn import datasets

for load in (datasets.load_iris, datasets.load_wine, datasets.load_breast_cancer,
             datasets.load_digits, datasets.load_diabetes, datasets.load_linnerud):
    data = load()
    print(load.__name__, data.data.shape, round(float(abs(data.data).mean()), 4), data.target.shape)
iris = datasets.load_iris(as_frame=True).frame
print(iris.groupby('target')['petal length (cm)'].mean().round(3).to_dict())
print(datasets.load_iris().DESCR.splitlines()[2])
print(datasets.load_sample_image('china.jpg').shape)
