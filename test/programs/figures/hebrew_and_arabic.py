#: pictures 1
import matplotlib.pyplot as plt
plt.plot([1, 2], label='שלום עולם')
plt.title('מכירות 2024')
plt.xlabel('مبيعات')
plt.legend()
plt.show()
