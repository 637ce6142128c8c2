#> Accuracy: 0.9825
#> Precision: 0.9861
#> Recall: 0.9861
#> F1: 0.9861
#> Log loss: 0.0779
#> worst texture        -1.248
#> radius error         -1.084
#> worst area           -0.954
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, precision_score, recall_score, log_loss
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

data = load_breast_cancer()
X_train, X_test, y_train, y_test = train_test_split(
    data.data, data.target, test_size=0.2, random_state=42, stratify=data.target
)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)

clf = LogisticRegression(max_iter=1000, tol=1e-8)
clf.fit(X_train, y_train)
y_pred = clf.predict(X_test)
print('Accuracy:', round(accuracy_score(y_test, y_pred), 4))
print('Precision:', round(precision_score(y_test, y_pred), 4))
print('Recall:', round(recall_score(y_test, y_pred), 4))
print('F1:', round(f1_score(y_test, y_pred), 4))
print('Log loss:', round(log_loss(y_test, clf.predict_proba(X_test)), 4))
top = abs(clf.coef_[0]).argsort()[::-1][:3]
for i in top:
    print(f'{data.feature_names[i]:<20} {clf.coef_[0][i]:.3f}')
