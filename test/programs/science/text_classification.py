#> pos  0.7133  great experience, love it
#> neg  0.6037  bad product, it broke
#> neg  0.6935  a waste, terrible
#>               precision    recall  f1-score   support
#>
#>          neg       1.00      1.00      1.00         2
#>          pos       1.00      1.00      1.00         1
#>
#>     accuracy                           1.00         3
#>    macro avg       1.00      1.00      1.00         3
#> weighted avg       1.00      1.00      1.00         3
#>
#> ['pos' 'neg' 'neg']
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.metrics import classification_report
from sklearn.pipeline import Pipeline

train = [
    ('I love this product, it works great', 'pos'),
    ('Absolutely wonderful experience', 'pos'),
    ('Great quality and fast delivery', 'pos'),
    ('Really happy with this purchase', 'pos'),
    ('Terrible, it broke after a day', 'neg'),
    ('Worst purchase I have ever made', 'neg'),
    ('Very bad quality, do not buy', 'neg'),
    ('I hate it, a waste of money', 'neg'),
]
texts, labels = zip(*train)
pipeline = Pipeline([
    ('tfidf', TfidfVectorizer(ngram_range=(1, 2))),
    ('clf', LogisticRegression(C=10, tol=1e-8)),
])
pipeline.fit(texts, labels)
test = ['great experience, love it', 'bad product, it broke', 'a waste, terrible']
for text, label, p in zip(test, pipeline.predict(test), pipeline.predict_proba(test)):
    print(f'{label}  {p.max():.4f}  {text}')
print(classification_report(['pos', 'neg', 'neg'], pipeline.predict(test)))
pipeline.set_params(clf=SGDClassifier(random_state=0)).fit(texts, labels)
print(pipeline.predict(test))
