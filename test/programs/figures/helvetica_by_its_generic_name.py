#: stderr "The font 'Helvetica' is not in this sandbox; the nearest is 'DejaVu Sans'.\n"
#: pictures 1
import matplotlib.pyplot as plt
plt.rcParams['font.sans-serif'] = ['Helvetica', 'Arial']
plt.plot([1, 2])
plt.title('sans')
plt.show()
