import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { runPython } from '../../support/run-python.ts'

/** What a program prints that has numpy at hand. */
async function printed(code: string) {
  const result = await runPython(`import numpy as np\n${code}`)
  expect(result.error).toBeNull()
  return result.stdout.trimEnd()
}

describe('linear algebra', () => {
  it.each([
    ['solves equations', 'np.linalg.solve([[3, 1], [1, 2]], [9, 8])', '[2. 3.]'],
    ['inverts', '(np.linalg.inv([[4, 7], [2, 6]]) * 10).round(9)', '[[ 6. -7.]\n [-2.  4.]]'],
    ['takes determinants', 'np.linalg.det([[1, 2], [3, 4]]).round(9)', '-2.0'],
    ['finds eigenvalues', 'np.linalg.eigvals([[2, 0], [0, 3]])', '[2. 3.]'],
    [
      'finds eigenvalues of symmetric matrices',
      'np.linalg.eigvalsh([[2, 1], [1, 2]]).round(9)',
      '[1. 3.]',
    ],
    [
      'decomposes by singular values',
      'np.linalg.svd([[3, 0], [0, 4]], compute_uv=False)',
      '[4. 3.]',
    ],
    ['decomposes by Cholesky', 'np.linalg.cholesky([[4, 2], [2, 5]])', '[[2. 0.]\n [1. 2.]]'],
    ['decomposes into QR', 'abs(np.linalg.qr([[0, 1], [1, 0]]).R)', '[[1. 0.]\n [0. 1.]]'],
    [
      'fits by least squares',
      'np.linalg.lstsq([[0, 1], [1, 1], [2, 1]], [1, 3, 5])[0].round(9)',
      '[2. 1.]',
    ],
    ['multiplies matrices', 'np.arange(4).reshape(2, 2) @ [[1, 2], [3, 4]]', '[[ 3  4]\n [11 16]]'],
    ['sums by Einstein', 'np.einsum("ij,ij->", np.eye(3), np.eye(3))', '3.0'],
    [
      'takes norms and ranks',
      'np.linalg.norm([3, 4]), np.linalg.matrix_rank([[1, 2], [2, 4]])',
      '5.0 1',
    ],
  ])('%s', async (_, expression, expected) => {
    expect(await printed(`print(${expression})`)).toBe(expected)
  })

  it('refuses a singular matrix', async () => {
    const result = await runPython('import numpy as np\nnp.linalg.inv([[1, 2], [2, 4]])')

    expect(result.error).toMatchObject({ name: 'LinAlgError', message: 'Singular matrix' })
  })
})

describe('products with vectors that are strided', () => {
  // Longer than OpenBLAS's work buffer holds, and whole numbers, so that sums are exact in any order.
  it.each([
    ['f8', 300_000, '300000.0 90000300000.0'],
    ['f4', 600_000, '600000.0 1200000.0'],
  ])('are right for any length, of %s', async (type, length, expected) => {
    const values =
      type === 'f8' ? `np.arange(${2 * length}.) + 2` : `np.arange(${2 * length}) % 4 + 1`
    expect(
      await printed(py`
        n = ${length}
        x = (${values}).astype('${type}')[::2]
        assert not x.flags.c_contiguous
        wide = np.ones((3, n), '${type}'); wide[1, 1::2] = 0; wide[2] = -1
        row, half, minus = [x.tolist(), x[::2].tolist(), (-x).tolist()]
        sums = np.array([sum(row), sum(half), sum(minus)])
        out = np.zeros((n, 2), '${type}')[:, 0]
        for matrix in wide, np.asfortranarray(wide):
            for product in matrix @ x, x @ matrix.T, matrix @ x[:, None], np.dot(matrix, x), np.einsum('ij,j', matrix, x):
                assert product.dtype == '${type}' and (product.ravel() == sums).all(), product
            y = np.array([1, 0, 2, 0, 3, 0], '${type}')[::2]
            for product in matrix.T @ y, y @ matrix, np.matmul(y, matrix, out=out), np.matmul(matrix.T, y, out=out):
                assert (product[::2] == 0).all() and (product[1::2] == -2).all(), product
        print(abs(out).sum(), sums[0])
      `),
    ).toBe(expected)
  })

  it('are right beyond 16 MiB', async () => {
    expect(
      await printed(
        'print(np.ones((2, 2_300_000)) @ np.arange(4_600_000.)[::2] == [5289997700000] * 2)',
      ),
    ).toBe('[ True  True]')
  })

  it('are right in what LAPACK does with matrices of few rows', async () => {
    expect(
      await printed(py`
        n = 300_000
        a = np.ones((2, n)); a[1, 1::2] = -1
        for type in 'f8', 'c16':
            x = np.linalg.lstsq(a.astype(type), np.array([n, n // 2], type))[0]
            print(np.allclose(x[::2], 1.5), np.allclose(x[1::2], 0.5))
            u, s, vh = np.linalg.svd(a.astype(type), full_matrices=False)
            print(np.allclose(s, n ** 0.5), np.allclose((u * s) @ vh, a))
      `),
    ).toBe('True True\nTrue True\nTrue True\nTrue True')
  })
})

describe('Fourier transforms', () => {
  it('find the frequency of a sine', async () => {
    expect(
      await printed(py`
        t = np.arange(1000) / 1000
        spectrum = np.abs(np.fft.rfft(np.sin(2 * np.pi * 50 * t)))
        print(np.fft.rfftfreq(1000, 1 / 1000)[spectrum.argmax()], spectrum.max().round(6))
      `),
    ).toBe('50.0 500.0')
  })

  it('are undone by their inverse, in two dimensions too', async () => {
    expect(
      await printed(py`
        a = np.random.default_rng(0).random((7, 12))
        print(np.allclose(np.fft.ifft(np.fft.fft(a)), a), np.allclose(np.fft.ifft2(np.fft.fft2(a)), a))
      `),
    ).toBe('True True')
  })
})

describe('random numbers', () => {
  it('follow their seed as everywhere', async () => {
    expect(
      await printed(
        'rng = np.random.default_rng(42)\nprint(rng.integers(0, 100, 5), rng.normal())',
      ),
    ).toBe('[ 8 77 65 43 43] 0.9405647163912139')
  })

  it.each([
    ['normal', 'rng.normal(5, 2, 100_000).mean().round(1)', '5.0'],
    ['binomial', 'rng.binomial(10, 0.5, 100_000).mean().round(1)', '5.0'],
    ['poisson', 'rng.poisson(3, 100_000).mean().round(1)', '3.0'],
    ['choice', 'sorted(rng.choice(5, 5, replace=False).tolist())', '[0, 1, 2, 3, 4]'],
    ['permutation', 'sorted(rng.permutation(4).tolist())', '[0, 1, 2, 3]'],
    ['multivariate normal', 'rng.multivariate_normal([0, 0], np.eye(2), 3).shape', '(3, 2)'],
  ])('come in the %s distribution', async (_, expression, expected) => {
    expect(await printed(`rng = np.random.default_rng(1)\nprint(${expression})`)).toBe(expected)
  })
})

describe('arrays', () => {
  it.each([
    ['broadcast', 'np.arange(3)[:, None] * np.arange(2)', '[[0 0]\n [0 1]\n [0 2]]'],
    [
      'are sorted and counted',
      'np.unique([3, 1, 3], return_counts=True)',
      '(array([1, 3]), array([1, 2]))',
    ],
    ['are masked', 'np.where(np.arange(4) % 2, -1, np.arange(4))', '[ 0 -1  2 -1]'],
    ['hold text', 'np.char.upper(np.array(["ab", "é"]))', "['AB' 'É']"],
    [
      'hold dates',
      'np.datetime64("2024-02-28") + np.arange(3)',
      "['2024-02-28' '2024-02-29' '2024-03-01']",
    ],
    ['have percentiles', 'np.percentile([1, 2, 3, 4], [25, 50])', '[1.75 2.5 ]'],
    ['are interpolated', 'np.interp([1.5], [1, 2], [10, 20])', '[15.]'],
    ['are fitted by polynomials', 'np.polyfit([0, 1, 2], [1, 3, 7], 2).round(9)', '[1. 1. 1.]'],
    ['are convolved', 'np.convolve([1, 2], [1, 1])', '[1 3 2]'],
    ['are complex', 'np.exp(1j * np.pi).round(9)', '(-1+0j)'],
    ['have 64 bits', 'np.array([2 ** 40], dtype=np.int64) * 1000', '[1099511627776000]'],
  ])('%s', async (_, expression, expected) => {
    expect(await printed(`print(${expression})`)).toBe(expected)
  })

  it('are saved and loaded', async () => {
    expect(
      await printed(py`
        np.save('a.npy', np.arange(3)); np.savez('b.npz', x=np.eye(2)); np.savetxt('c.csv', [[1, 2]], delimiter=',')
        print(np.load('a.npy'), np.load('b.npz')['x'].sum(), np.loadtxt('c.csv', delimiter=','))
      `),
    ).toBe('[0 1 2] 2.0 [1. 2.]')
  })
})

describe('products of a matrix with its own transpose', () => {
  // Of more rows than OpenBLAS packs at once: the last of them once passed the end of its work buffer.
  it.each([
    ['f8', '[767, 768, 769, 800, 896, 897, 1000, 1100, 2000]', 1e-9],
    ['f4', '[1919, 1920, 1921, 2000]', 1e-2],
    ['c16', '[897, 1000]', 1e-9],
    ['c8', '[1921]', 1e-2],
  ])('are right for any number of rows, of %s', async (type, sizes, tolerance) => {
    const code = py`
      random = np.random.default_rng(3)
      for rows in ${sizes}:
          x = (random.random((rows, 480)) - 0.5).astype('${type}')
          if x.dtype.kind == 'c':
              x += 1j * x[::-1]
          some = [0, rows // 2, -1]
          expected = x[some] @ x.copy().T
          for product in x @ x.T, x.T.copy().T @ x.T:
              assert np.allclose(product[some], expected, atol=${tolerance}), rows
      print('right')
    `

    expect(await printed(code)).toBe('right')
  })
})

describe('sorting numbers of 64 bits', () => {
  it('gives the order that Python gives, at all lengths and of all kinds of numbers', async () => {
    const code = py`
      from random import Random
      random = Random(5)
      bits = lambda: random.getrandbits(64)
      whole = [0, 1, 2**63 - 1, 2**62, 255, 256, 65535, 65536]
      kinds = {
          'bits of float64': lambda n: np.array([bits() for _ in range(n)], 'u8').view('f8'),
          'of all sizes': lambda n: np.array([random.gauss(0, 1) * 10.0 ** random.randint(-308, 307) for _ in range(n)]),
          'zeros and denormals': lambda n: np.array([random.choice([0.0, -0.0, 5e-324, -5e-324]) for _ in range(n)]),
          'far and not numbers': lambda n: np.array([random.choice([np.inf, -np.inf, np.nan, 1.5]) for _ in range(n)]),
          'one value': lambda n: np.full(n, 0.1),
          'sorted': lambda n: np.arange(n, dtype='f8'),
          'backwards': lambda n: -np.arange(n, dtype='f8'),
          'that differ in the last bit': lambda n: np.array([random.choice([2**60, 2**60 + 1]) for _ in range(n)]),
          'each a power': lambda n: np.array([1 << i % 63 for i in range(n)]),
          'int64': lambda n: np.array([random.choice([1, -1]) * (bits() >> random.randint(1, 63)) for _ in range(n)]),
          'chosen': lambda n: np.array([random.choice([1, -1]) * random.choice(whole) for _ in range(n)]),
          'uint64': lambda n: np.array([bits() >> random.randint(0, 63) for _ in range(n)], 'u8'),
          'datetimes': lambda n: np.array([bits() >> 3 for _ in range(n)]).view('M8[ns]').view('i8'),
      }
      for name, make in kinds.items():
          for n in [1, 2, 24, 25, 127, 128, 129, 500, 5_000, 40_000]:
              numbers = make(n)
              result = np.sort(numbers)
              plain = numbers[~np.isnan(numbers)] if numbers.dtype == 'f8' else numbers
              expected = sorted(plain.tolist())
              assert result[:len(expected)].tolist() == expected, (name, n)
              assert np.isnan(result[len(expected):]).all(), (name, n)
              numbers[::1].sort()
              assert (numbers[:len(expected)] == result[:len(expected)]).all(), (name, n)
      print('right')
    `

    expect(await printed(code)).toBe('right')
  })
})
