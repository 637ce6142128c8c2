#> 16000 int16 (8000,) 0.50 s
#> loudest: 440.0 Hz, RMS: 12476.88
#> (8000, 2) float32 True
#> (2000,) (4000,)
#: pictures 1
#: files ["stereo.wav","tone.wav"]
import numpy as np
import matplotlib.pyplot as plt
from scipy.io import wavfile
from scipy.signal import decimate, resample_poly

rate = 16000
t = np.arange(rate // 2) / rate
tone = 0.5 * np.sin(2 * np.pi * 440 * t) + 0.2 * np.sin(2 * np.pi * 880 * t)
wavfile.write('tone.wav', rate, (tone * 32767).astype(np.int16))
wavfile.write('stereo.wav', rate, np.column_stack([tone, -tone]).astype(np.float32))

fs, data = wavfile.read('tone.wav')
print(fs, data.dtype, data.shape, f'{len(data) / fs:.2f} s')
spectrum = np.abs(np.fft.rfft(data * np.hanning(len(data))))
freqs = np.fft.rfftfreq(len(data), 1 / fs)
print('loudest:', freqs[spectrum.argmax()], 'Hz, RMS:', np.sqrt(np.mean(data.astype(float) ** 2)).round(2))
fs, stereo = wavfile.read('stereo.wav')
print(stereo.shape, stereo.dtype, np.allclose(stereo.sum(axis=1), 0))
print(decimate(tone, 4).shape, resample_poly(tone, 1, 2).shape)

plt.plot(t[:400], data[:400])
plt.xlabel('Time (s)')
plt.show()
