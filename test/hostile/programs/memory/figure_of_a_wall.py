# A figure of ten by ten kilometres.
# expect: error ValueError or memory or ok
# stdout contains: before
# timeout_ms: 10000
import matplotlib.pyplot as plt

print('before')
plt.figure(figsize=(400_000, 400_000))
plt.plot([1, 2])
plt.savefig('wall.png')
