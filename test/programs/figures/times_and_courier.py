#: stderr "The font 'Times New Roman' is not in this sandbox; the nearest is 'DejaVu Serif'.\nThe font 'Courier New' is not in this sandbox; the nearest is 'DejaVu Sans Mono'.\n"
#: pictures 1
import matplotlib.pyplot as plt
plt.rcParams['font.family'] = 'Times New Roman'
plt.plot([1, 2])
plt.title('serif')
plt.xlabel('mono', family='Courier New')
plt.show()
