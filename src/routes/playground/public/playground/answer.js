import { element } from './dom.js'
import { renderMarkdown } from './markdown.js'
import { toolCard } from './tool-card.js'

/** @import { Delta, Message, ToolPiece } from '../../wire.d.ts' */

/**
 * An answer as it comes: text and tools in the order in which they do.
 *
 * @param {(news: string) => void} announce
 */
export function answerView(announce) {
  const view = element('article', { class: 'answer', 'aria-label': 'Answer' })
  const waiting = element(
    'p',
    { class: 'waiting', 'aria-hidden': 'true' },
    element('span'),
    element('span'),
    element('span'),
  )
  view.append(waiting)

  /** @type {Map<number, ReturnType<typeof toolCard>>} */
  const cards = new Map()
  /** @type {Map<number, ToolPiece>} */
  const finished = new Map()
  /** @type {Set<string>} */
  const shownFiles = new Set()
  let content = ''
  /** @type {{ text: string, place: HTMLElement } | null} */
  let paragraph = null
  let isDrawn = true
  let restMs = 0

  return {
    view,
    /** @param {Delta} delta */
    add(delta) {
      if (delta.content) say(delta.content)
      for (const piece of delta.executed_tools ?? []) work(piece)
    },
    /** @param {string} message */
    fail(message) {
      view.append(
        element(
          'div',
          { class: 'failure', role: 'alert' },
          element('strong', {}, 'No answer. '),
          message,
        ),
      )
    },
    /** @returns {Message} what the conversation remembers of it */
    end() {
      waiting.remove()
      draw()
      for (const card of cards.values()) card.end()
      const tools = [...finished.values()]
      return {
        role: 'assistant',
        content,
        ...(tools.length > 0 && { executed_tools: tools }),
      }
    },
  }

  /** @param {string} text */
  function say(text) {
    content += text
    if (!paragraph) {
      paragraph = { text: '', place: element('div', { class: 'markdown' }) }
      place(paragraph.place)
    }
    paragraph.text += text
    // Text comes in many small pieces, and the page is painted less often than that.
    if (isDrawn) setTimeout(requestAnimationFrame, restMs, draw)
    isDrawn = false
  }

  function draw() {
    isDrawn = true
    const began = performance.now()
    paragraph?.place.replaceChildren(renderMarkdown(paragraph.text, isShown))
    // All of a text is drawn each time: a long one less often, so that the page has time for its reader.
    restMs = (performance.now() - began) * 4
  }

  /** @param {string} url */
  function isShown(url) {
    return shownFiles.has(/file-[0-9a-z]{24}/.exec(url)?.[0] ?? '')
  }

  /** @param {ToolPiece} piece */
  function work(piece) {
    const known = cards.get(piece.index)
    const card = known ?? toolCard(piece)
    if (!known) {
      draw()
      paragraph = null
      cards.set(piece.index, card)
      place(card.card)
      announce(piece.name === 'web_search' ? 'Searching the web.' : 'Running Python.')
    }
    for (const { file } of piece.execution?.results ?? []) if (file) shownFiles.add(file.id)
    if (piece.output !== undefined) finished.set(piece.index, piece)
    card.update(piece)
  }

  /** @param {HTMLElement} block */
  function place(block) {
    waiting.before(block)
  }
}
