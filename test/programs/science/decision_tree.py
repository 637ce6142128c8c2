#> |--- petal width (cm) <= 0.80
#> |   |--- class: 0
#> |--- petal width (cm) >  0.80
#> |   |--- petal width (cm) <= 1.75
#> |   |   |--- petal length (cm) <= 4.95
#> |   |   |   |--- class: 1
#> |   |   |--- petal length (cm) >  4.95
#> |   |   |   |--- class: 2
#> |   |--- petal width (cm) >  1.75
#> |   |   |--- petal length (cm) <= 4.85
#> |   |   |   |--- class: 2
#> |   |   |--- petal length (cm) >  4.85
#> |   |   |   |--- class: 2
#>
#> Depth: 3 Leaves: 5
#> Accuracy: 0.9733
#: pictures 1
import matplotlib.pyplot as plt
from sklearn.datasets import load_iris
from sklearn.tree import DecisionTreeClassifier, export_text, plot_tree

iris = load_iris(as_frame=True)
tree = DecisionTreeClassifier(max_depth=3, random_state=0)
tree.fit(iris.data, iris.target)
print(export_text(tree, feature_names=iris.feature_names))
print('Depth:', tree.get_depth(), 'Leaves:', tree.get_n_leaves())
print('Accuracy:', round(tree.score(iris.data, iris.target), 4))

plt.figure(figsize=(10, 6))
plot_tree(tree, feature_names=iris.feature_names, class_names=list(iris.target_names), filled=True)
plt.show()
