import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { displayed, runPython } from '../../support/run-python.ts'

/** Two different characters of each script, which a font without them would draw as the same box. */
const scripts = {
  'simplified Chinese': '汉语',
  'traditional Chinese': '漢語',
  Japanese: 'ひ東',
  Korean: '한글',
  Arabic: 'عر',
  Devanagari: 'हन',
  Bengali: 'কখ',
  Gurmukhi: 'ਕਖ',
  Gujarati: 'કખ',
  Odia: 'କଖ',
  Tamil: 'கட',
  Telugu: 'కఖ',
  Kannada: 'ಕಖ',
  Malayalam: 'കഖ',
  Sinhala: 'කඛ',
  Thai: 'กข',
  emoji: '😀🚀',
}

/** Draws texts and says for each what ink it has. */
const ink = `
import hashlib, matplotlib.pyplot as plt, numpy as np
def ink(text, **font):
    figure = plt.figure(figsize=(1, 1))
    figure.text(0.2, 0.4, text, **font)
    figure.canvas.draw()
    pixels = np.asarray(figure.canvas.buffer_rgba())
    plt.close(figure)
    return hashlib.sha256(pixels.tobytes()).hexdigest()[:8]
`

describe('text in charts', () => {
  it.each(Object.entries(scripts))('shows %s', async (_, text) => {
    const [first, second] = Array.from(text)
    const result = await runPython(`${ink}
print(ink(${JSON.stringify(first)}) != ink(${JSON.stringify(second)}))`)

    expect(result).toMatchObject({ stdout: 'True\n', stderr: '', error: null })
  })

  it('joins Arabic and writes it from right to left, also when the program has done so', async () => {
    const result = await runPython(`${ink}
from arabic_reshaper import reshape
from bidi.algorithm import get_display
text = 'مبيعات 2024'
shaped = get_display(reshape(text))
print(text != shaped, ink(text) == ink(shaped), ink(text) != ink(text[::-1]), ink('שלום') != ink('םולש'))`)

    expect(result).toMatchObject({ stdout: 'True True True True\n', stderr: '', error: null })
  })

  it('orders Hebrew, unless the program does', async () => {
    const plain = await runPython(`${ink}\nprint(ink('שלום 2024'))`)
    const ordered = await runPython(`${ink}
from bidi.algorithm import get_display
print(ink(get_display('שלום 2024')))`)

    expect(plain.stdout).toMatch(/^[0-9a-f]{8}\n$/)
    expect(ordered).toMatchObject({ stdout: plain.stdout, stderr: '', error: null })
  })

  it('leaves out the marks of emoji, and draws the letters beside them as ever', async () => {
    const result = await runPython(`${ink}
print(ink('a ❤') == ink('a ❤\\ufe0f'), ink('👍') == ink('👍🏽'), ink('a') != ink('a 🚀'))`)

    expect(result).toMatchObject({ stdout: 'True True True\n', stderr: '', error: null })
  })

  it('mixes scripts, formulas and a chosen font', async () => {
    const result = await runPython(`${ink}
plt.rcParams['font.family'] = 'monospace'
texts = ['T = 温度', 'T = 温温', '$T$ = 温度', '$T$ = 温温', '$x_温$', '$x_度$']
print(len({ink(text) for text in texts}), ink('a') == ink('a', family='DejaVu Sans Mono'))`)

    expect(result).toMatchObject({ stdout: '6 True\n', stderr: '', error: null })
  })

  it.each(['SimHei', 'Microsoft YaHei', 'Noto Sans CJK JP', 'Malgun Gothic'])(
    'shows it when the program asks for %s',
    async (family) => {
      const result = await runPython(`${ink}
plt.rcParams['font.sans-serif'] = [${JSON.stringify(family)}]
print(ink('中 a') != ink('文 a'), ink('a') == ink('a', family='DejaVu Sans'))
plt.rcParams['font.family'] = ${JSON.stringify(family)}
print(ink('中 a') != ink('文 a'), ink('a') == ink('a', family='DejaVu Sans'))`)

      expect(result).toMatchObject({ stdout: 'True True\nTrue True\n', stderr: '', error: null })
    },
  )

  it('is kept in pictures of other formats', async () => {
    const result = await runPython(py`
      import io, matplotlib.pyplot as plt
      plt.title('销售额')
      for format in ('svg', 'pdf'):
          plt.savefig(io.BytesIO(), format=format)
      plt.show()
    `)

    expect(result).toMatchObject({ stderr: '', error: null })
    expect(displayed(result)).toHaveLength(1)
  })
})
