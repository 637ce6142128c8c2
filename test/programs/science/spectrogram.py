#> (129, 61) 31.25 [0.016 0.032]
#> ridge: [ 218.75  656.25 1093.75 1531.25 1968.75]
#> Welch peak: 1000.0 0.04267
#> inverse: True
#> coherence: 1.0
#> [0.  0.5 1.  0.5 0. ] [ 1. -1.] [-1.  0.]
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy import signal

fs = 8000
t = np.arange(fs) / fs
chirp = signal.chirp(t, f0=200, t1=1, f1=2000, method='linear')
f, times, Sxx = signal.spectrogram(chirp, fs, nperseg=256, noverlap=128)
print(Sxx.shape, f[1], times[:2])
print('ridge:', f[Sxx.argmax(axis=0)][::15])
freq, psd = signal.welch(np.sin(2 * np.pi * 1000 * t), fs, nperseg=1024)
print('Welch peak:', freq[psd.argmax()], psd.max().round(5))
_, _, Z = signal.stft(chirp, fs, nperseg=256)
_, back = signal.istft(Z, fs, nperseg=256)
print('inverse:', np.allclose(back[: chirp.size], chirp))
f, coherence = signal.coherence(chirp, 2 * chirp, fs, nperseg=512)
print('coherence:', coherence[20:100].min().round(4))
print(signal.windows.hann(5), signal.square([0.5, 4.0]), signal.sawtooth([0.0, np.pi]))

plt.pcolormesh(times, np.fft.rfftfreq(256, 1 / fs), 10 * np.log10(Sxx + 1e-12), shading='gouraud')
plt.xlabel('Time (s)')
plt.ylabel('Frequency (Hz)')
plt.colorbar(label='dB')
plt.show()
