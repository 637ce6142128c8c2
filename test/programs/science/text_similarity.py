#> ['cat' 'cats' 'dog' 'dogs' 'fell' 'log' 'markets' 'mat' 'monday' 'pets'
#>  'sat' 'sharply' 'stock']
#> (4, 13) 14
#> [[1.     0.2371 0.     0.    ]
#>  [0.2371 1.     0.     0.    ]
#>  [0.     0.     1.     0.    ]
#>  [0.     0.     0.     1.    ]]
#> 0.7132  The cat sat on the mat.
#> 0.3566  A dog sat on the log.
#> ['cat sat', 'dog sat', 'on the', 'sat on', 'the cat', 'the log', 'the mat']
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity

documents = [
    'The cat sat on the mat.',
    'A dog sat on the log.',
    'Cats and dogs are pets.',
    'Stock markets fell sharply on Monday.',
]
vectorizer = TfidfVectorizer(stop_words='english')
tfidf = vectorizer.fit_transform(documents)
print(vectorizer.get_feature_names_out())
print(tfidf.shape, tfidf.nnz)
similarity = cosine_similarity(tfidf)
print(similarity.round(4))
query = vectorizer.transform(['a cat on the mat with a dog'])
scores = cosine_similarity(query, tfidf).ravel()
for i in scores.argsort()[::-1][:2]:
    print(f'{scores[i]:.4f}  {documents[i]}')

bigrams = CountVectorizer(ngram_range=(2, 2)).fit(documents[:2])
print(sorted(bigrams.vocabulary_))
