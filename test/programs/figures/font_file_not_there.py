#: error "execution_error FileNotFoundError: [Errno 44] No such file or directory: '/usr/share/fonts/simhei.ttf'"
#: values [{"text": "<Figure size 640x480 with 1 Axes>"}]
import matplotlib.pyplot as plt
from matplotlib.font_manager import FontProperties
plt.title('x', fontproperties=FontProperties(fname='/usr/share/fonts/simhei.ttf'))
plt.show()
