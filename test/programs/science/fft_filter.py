#>    5.0 Hz  amplitude 1.012
#>  100.0 Hz  amplitude 0.785
#>   12.0 Hz  amplitude 0.513
#> RMS error before: 0.6274
#> RMS error after: 0.084
#> [-1.  -0.5  0.   0.5] [10.      2.8284  2.      2.8284] True
#> [[3. 0. 0.]
#>  [0. 0. 3.]
#>  [0. 3. 0.]]
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy.fft import dct, fft2, fftfreq, idct, irfft, rfft, rfftfreq, fft, fftshift

fs, duration = 500, 2
t = np.arange(fs * duration) / fs
clean = np.sin(2 * np.pi * 5 * t) + 0.5 * np.sin(2 * np.pi * 12 * t)
noisy = clean + 0.8 * np.sin(2 * np.pi * 100 * t) + np.random.default_rng(0).normal(0, 0.3, t.size)

spectrum = rfft(noisy)
freqs = rfftfreq(t.size, 1 / fs)
amplitude = 2 * np.abs(spectrum) / t.size
for i in np.argsort(amplitude)[::-1][:3]:
    print(f'{freqs[i]:6.1f} Hz  amplitude {amplitude[i]:.3f}')
spectrum[freqs > 20] = 0
filtered = irfft(spectrum, n=t.size)
print('RMS error before:', round(np.sqrt(np.mean((noisy - clean) ** 2)), 4))
print('RMS error after:', round(np.sqrt(np.mean((filtered - clean) ** 2)), 4))
print(fftshift(fftfreq(4, 0.5)), np.abs(fft([1, 2, 3, 4])).round(4), np.allclose(idct(dct(clean)), clean))
print(np.abs(fft2(np.eye(3))).round(4))

fig, (top, bottom) = plt.subplots(2, 1, figsize=(8, 6))
top.plot(t[:250], noisy[:250], alpha=0.5, label='noisy')
top.plot(t[:250], filtered[:250], label='filtered')
top.legend()
bottom.plot(freqs, amplitude)
bottom.set(xlabel='Frequency (Hz)', ylabel='Amplitude')
plt.tight_layout()
plt.show()
