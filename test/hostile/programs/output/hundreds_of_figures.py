# Leaves more figures open than there is time to draw.
# expect: ok or timeout
# stdout contains: before
# timeout_ms: 10000
import matplotlib.pyplot as plt

print('before')
plt.rcParams['figure.max_open_warning'] = 0
for number in range(150):
    plt.figure(figsize=(1, 1))
    plt.plot([number])
