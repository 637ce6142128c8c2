#: error "execution_error RuntimeError: Failed to process string with tex because latex could not be found"
#: values [{"text": "<Figure size 640x480 with 1 Axes>"}]
import matplotlib.pyplot as plt
plt.rcParams['text.usetex'] = True
plt.plot([1, 2])
plt.title('$x$')
plt.show()
