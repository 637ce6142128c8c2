#> linear   accuracy=0.9167 support vectors=[6, 12, 7]
#> rbf      accuracy=0.9583 support vectors=[12, 26, 15]
#> poly     accuracy=0.8889 support vectors=[16, 33, 12]
#> LinearSVC 0.9583
#> SVR R² 0.319
from sklearn.datasets import load_wine
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC, SVR, LinearSVC

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.4, random_state=5)
for kernel in ['linear', 'rbf', 'poly']:
    clf = make_pipeline(StandardScaler(), SVC(kernel=kernel, C=1.0))
    clf.fit(X_train, y_train)
    acc = accuracy_score(y_test, clf.predict(X_test))
    print(f'{kernel:8s} accuracy={acc:.4f} support vectors={clf[-1].n_support_.tolist()}')

linear = make_pipeline(StandardScaler(), LinearSVC(random_state=0)).fit(X_train, y_train)
print('LinearSVC', round(linear.score(X_test, y_test), 4))
svr = make_pipeline(StandardScaler(), SVR(C=10)).fit(X_train[:, 1:], X_train[:, 0])
print('SVR R²', round(svr.score(X_test[:, 1:], X_test[:, 0]), 3))
