#: error "execution_error ValueError: \n\\frac{\n     ^\nParseSyntaxException: Expected \\frac{num}{den}, found '{'  (at char 5), (line:1, col:6)"
#: values [{"text": "<Figure size 640x480 with 1 Axes>"}]
#: pictures 1
import matplotlib.pyplot as plt
plt.figure(); plt.plot([1]); plt.title('$\\frac{$')
plt.figure(); plt.plot([2])
None
