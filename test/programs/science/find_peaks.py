#> 12 peaks at [0.5  1.3  2.1  2.9  3.69 4.5  5.3  6.1  6.9  7.71 8.5  9.3 ]
#> heights: [1.08 1.07 0.93 0.94 1.03 1.08 0.93 0.9  1.04 1.07 0.96 0.91]
#> heart rate: 75.0 bpm
#> widths: 0.078
#> prominence: 1.052
#> [1 3 5]
#> lag: 2 envelope: 1.0
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy.signal import argrelextrema, correlate, find_peaks, hilbert, peak_prominences, peak_widths

# A heartbeat: a peak each 0.8 s
fs = 100
t = np.arange(0, 10, 1 / fs)
ecg = sum(np.exp(-((t - beat) ** 2) / 0.002) for beat in np.arange(0.5, 10, 0.8))
ecg = ecg + 0.1 * np.sin(2 * np.pi * 0.3 * t) + np.random.default_rng(4).normal(0, 0.02, t.size)
peaks, properties = find_peaks(ecg, height=0.5, distance=40, prominence=0.4)
print(len(peaks), 'peaks at', t[peaks].round(2))
print('heights:', properties['peak_heights'].round(2))
intervals = np.diff(t[peaks])
print(f'heart rate: {60 / intervals.mean():.1f} bpm')
print('widths:', (peak_widths(ecg, peaks, rel_height=0.5)[0] / fs).mean().round(3))
print('prominence:', peak_prominences(ecg, peaks)[0].mean().round(3))
print(argrelextrema(np.array([1, 3, 2, 5, 4, 6, 0]), np.greater)[0])
lag = correlate([0, 0, 1, 2, 1, 0], [1, 2, 1, 0, 0, 0]).argmax() - 5
print('lag:', lag, 'envelope:', np.abs(hilbert(np.cos(2 * np.pi * t)))[500].round(4))

plt.plot(t, ecg)
plt.plot(t[peaks], ecg[peaks], 'rx')
plt.title('Peaks')
plt.show()
