#> b = [6.240e-05 2.495e-04 3.743e-04 2.495e-04 6.240e-05]
#> a = [ 1.      -3.50779  4.6409  -2.74265  0.61053]
#> RMS: 0.7676 0.7092 0.2799
#> gain at 30 Hz: [-3.01] dB
#> lfilter: [0.0358 0.5755]
#> savgol: [-0.947  -0.9484]
#> median: [1 2 3 3 4 5 4] taps: [0.0201 0.2309 0.4981 0.2309 0.0201]
#> notch: [ 0.9948 -1.8922  0.9948]
#> [0. 0. 0. 0. 0.] [ 1.011  0.465 -0.578 -0.988 -0.344  0.674]
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy.signal import (
    butter, detrend, filtfilt, firwin, freqz, iirnotch, lfilter, medfilt, resample, savgol_filter, sosfiltfilt,
)

fs = 1000
t = np.arange(0, 1, 1 / fs)
rng = np.random.default_rng(2)
signal = np.sin(2 * np.pi * 7 * t) + 0.4 * np.sin(2 * np.pi * 150 * t) + rng.normal(0, 0.1, t.size)
b, a = butter(4, 30, btype='low', fs=fs)
print('b =', b.round(7))
print('a =', a.round(5))
low = filtfilt(b, a, signal)
sos = butter(6, [100, 200], btype='bandpass', fs=fs, output='sos')
band = sosfiltfilt(sos, signal)
print('RMS:', round(np.std(signal), 4), round(np.std(low), 4), round(np.std(band), 4))
w, h = freqz(b, a, worN=[30], fs=fs)
print('gain at 30 Hz:', (20 * np.log10(np.abs(h))).round(3), 'dB')
print('lfilter:', lfilter(b, a, signal)[[10, 500]].round(4))
print('savgol:', savgol_filter(signal, 51, 3)[[100, 400]].round(4))
print('median:', medfilt([1, 9, 2, 3, 80, 4, 5], 3), 'taps:', firwin(5, 0.3).round(4))
print('notch:', iirnotch(50, 30, fs)[0].round(4))
print(detrend(np.arange(5) * 2.0 + 1).round(6) + 0.0, resample(np.cos(np.linspace(0, 6, 12)), 6).round(3))

plt.plot(t, signal, alpha=0.4, label='raw')
plt.plot(t, low, label='low-pass 30 Hz')
plt.xlabel('Time (s)')
plt.legend()
plt.show()
