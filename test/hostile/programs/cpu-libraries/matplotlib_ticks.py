# A hundred thousand labels, each laid out and drawn.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import matplotlib.pyplot as plt

print('before')
plt.plot([1, 2])
plt.xticks(range(100_000))
plt.savefig('ticks.png')
