#: attached {"text.txt": "The cat and the hat. The end."}
#> [('the', 3), ('cat', 1)]
import re
from collections import Counter
words = re.findall(r'\w+', open('text.txt').read().lower())
print(Counter(words).most_common(2))
