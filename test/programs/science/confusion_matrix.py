#> Confusion Matrix:
#> [[15  0  0]
#>  [ 0 14  1]
#>  [ 0  4 11]]
#>
#> Classification Report:
#>               precision    recall  f1-score   support
#>
#>       setosa       1.00      1.00      1.00        15
#>   versicolor       0.78      0.93      0.85        15
#>    virginica       0.92      0.73      0.81        15
#>
#>     accuracy                           0.89        45
#>    macro avg       0.90      0.89      0.89        45
#> weighted avg       0.90      0.89      0.89        45
#>
#: pictures 1
import matplotlib.pyplot as plt
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import ConfusionMatrixDisplay, classification_report, confusion_matrix
from sklearn.model_selection import train_test_split

iris = load_iris()
X_train, X_test, y_train, y_test = train_test_split(
    iris.data, iris.target, test_size=0.3, random_state=42, stratify=iris.target
)
clf = RandomForestClassifier(n_estimators=50, random_state=42)
clf.fit(X_train, y_train)
y_pred = clf.predict(X_test)

cm = confusion_matrix(y_test, y_pred)
print('Confusion Matrix:')
print(cm)
print('\nClassification Report:')
print(classification_report(y_test, y_pred, target_names=iris.target_names))

ConfusionMatrixDisplay(cm, display_labels=iris.target_names).plot(cmap='Blues')
plt.title('Confusion Matrix')
plt.tight_layout()
plt.show()
