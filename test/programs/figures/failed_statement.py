#: error "execution_error ValueError: x and y must have same first dimension, but have shapes (2,) and (3,)"
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax.plot([1, 2], [1, 2, 3])
