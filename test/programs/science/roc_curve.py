#> AUC: 0.9321 0.9321
#> Best threshold: 0.3513 TPR=0.9500 FPR=0.1429
#> AP: 0.9444 True
#: pictures 1
import matplotlib.pyplot as plt
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import auc, average_precision_score, precision_recall_curve, roc_auc_score, roc_curve
from sklearn.model_selection import train_test_split

X, y = make_classification(n_samples=300, n_features=8, n_informative=4, flip_y=0.15, random_state=4)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=4)
model = LogisticRegression(tol=1e-8).fit(X_train, y_train)
probabilities = model.predict_proba(X_test)[:, 1]
fpr, tpr, thresholds = roc_curve(y_test, probabilities)
roc_auc = auc(fpr, tpr)
print(f'AUC: {roc_auc:.4f}', round(roc_auc_score(y_test, probabilities), 4))
best = (tpr - fpr).argmax()
print(f'Best threshold: {thresholds[best]:.4f} TPR={tpr[best]:.4f} FPR={fpr[best]:.4f}')
precision, recall, _ = precision_recall_curve(y_test, probabilities)
print('AP:', round(average_precision_score(y_test, probabilities), 4), len(precision) == len(recall))

plt.plot(fpr, tpr, label=f'ROC (AUC = {roc_auc:.2f})')
plt.plot([0, 1], [0, 1], 'k--')
plt.xlabel('False Positive Rate')
plt.ylabel('True Positive Rate')
plt.title('ROC Curve')
plt.legend(loc='lower right')
plt.show()
