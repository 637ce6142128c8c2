#: error "execution_error ZeroDivisionError: division by zero"
#: pictures 1
import matplotlib.pyplot as plt
plt.plot([1, 2, 3])
plt.figure()
1 / 0
