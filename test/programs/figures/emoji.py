#: pictures 1
import matplotlib.pyplot as plt
plt.bar(['😀 happy', '👍🏽', '⚠️', '🚀'], [4, 3, 2, 1])
plt.title('Mood 📈 ❤️')
plt.show()
