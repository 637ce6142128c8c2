import { element, inBytes } from './dom.js'
import { renderMarkdown } from './markdown.js'

/** @import { Result, ResultFile } from '../../wire.d.ts' */

/**
 * One displayed thing in the format that says most, or a file to download.
 *
 * @param {Result} result
 * @returns {HTMLElement[]}
 */
export function renderResult(result) {
  const shown = picture(result) ?? writing(result)
  const kept = result.file && !shown ? [download(result.file)] : []
  return [...(shown ? [shown] : []), ...kept, ...lost(result)]
}

/** @param {Result} result */
function picture({ png, jpeg, svg, text, file }) {
  const source =
    png !== undefined
      ? `data:image/png;base64,${png}`
      : jpeg !== undefined
        ? `data:image/jpeg;base64,${jpeg}`
        : svg !== undefined
          ? `data:image/svg+xml,${encodeURIComponent(svg)}`
          : null
  if (source === null) return null

  const name = file?.name ?? 'Picture'
  const image = element('img', { src: source, alt: `${name}: ${text ?? 'made by the program'}` })
  const caption = file
    ? [
        element(
          'figcaption',
          {},
          element('a', { href: file.url, download: file.name }, `Download ${name}`),
        ),
      ]
    : []
  return element('figure', { class: 'chart' }, image, ...caption)
}

/** @param {Result} result */
function writing({ html, markdown, latex, text, json }) {
  if (html !== undefined) return htmlFrame(html)
  if (markdown !== undefined) {
    return element(
      'div',
      { class: 'markdown' },
      renderMarkdown(markdown, () => false),
    )
  }
  const plain = text ?? latex ?? (json === undefined ? undefined : JSON.stringify(json, null, 2))
  return plain === undefined ? null : element('pre', { class: 'value', tabindex: '0' }, plain)
}

/** @param {Result} result */
function lost({ unstored_file: file }) {
  return file ? [element('p', {}, `${file.name} is not stored. ${file.reason}`)] : []
}

/** @param {ResultFile} file */
function download({ name, bytes, url }) {
  const link = element('a', { class: 'download', href: url, download: name })
  link.append(element('span', {}, name), element('small', {}, inBytes(bytes)))
  return link
}

const MAX_FRAME_HEIGHT = 480

/**
 * HTML of a program, which may be anything, in a document that may do nothing.
 *
 * @param {string} html
 */
function htmlFrame(html) {
  const frame = element('iframe', {
    src: '/playground/frame',
    sandbox: 'allow-scripts',
    title: 'HTML result',
    height: '80',
  })
  frame.addEventListener('load', () => {
    const { port1: here, port2: there } = new MessageChannel()
    here.addEventListener('message', ({ data: height }) => {
      frame.height = String(Math.min(Math.max(Number(height), 24), MAX_FRAME_HEIGHT))
    })
    here.start()
    // The frame has no origin that could be named here.
    frame.contentWindow?.postMessage(html, '*', [there])
  })
  return frame
}
