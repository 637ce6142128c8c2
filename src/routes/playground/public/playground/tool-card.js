import { element } from './dom.js'
import { highlightPython } from './highlight.js'
import { renderResult } from './results.js'

/** @import { Execution, Page, ToolPiece } from '../../wire.d.ts' */

const errorLabels = new Map([
  ['execution_error', 'Error'],
  ['timeout', 'Timed out'],
  ['sandbox_timeout', 'Sandbox timed out'],
  ['memory', 'Out of memory'],
  ['output_limit', 'Too much output'],
  ['cancelled', 'Stopped'],
  ['sandbox_unavailable', 'No sandbox'],
])

/**
 * What a tool does, shown as it does it.
 *
 * @param {ToolPiece} started
 */
export function toolCard(started) {
  const isSearch = started.name === 'web_search'
  const title = isSearch ? 'Web search' : 'Python'
  const status = element('span', { class: 'card-status running' }, 'Running')
  const output = element('div', { class: 'card-output' })
  const card = element(
    'section',
    { class: 'card', 'aria-label': title },
    element('header', {}, element('h3', {}, title), status),
    isSearch ? query(started) : program(started),
    output,
  )
  const streams = { stdout: stream('stdout'), stderr: stream('stderr') }
  const began = performance.now()
  const clock = setInterval(() => {
    status.textContent = `Running ${seconds(performance.now() - began)}`
  }, 100)

  return {
    card,
    /** @param {ToolPiece} piece */
    update(piece) {
      if (piece.stdout !== undefined) streams.stdout.append(piece.stdout)
      if (piece.stderr !== undefined) streams.stderr.append(piece.stderr)
      if (piece.output !== undefined) finish(piece)
    },
    /** It will say nothing more, finished or not. */
    end() {
      if (status.classList.contains('running')) settle('Stopped', 'failed')
    },
  }

  /** @param {'stdout' | 'stderr'} name */
  function stream(name) {
    const text = element('pre', { class: `stream ${name}`, 'aria-label': name, tabindex: '0' })
    return {
      /** @param {string} more */
      append(more) {
        if (!text.isConnected) output.append(text)
        text.append(more)
        text.scrollTop = text.scrollHeight
      },
      /** @param {string} whole */
      replace(whole) {
        text.textContent = ''
        if (whole !== '') this.append(whole)
      },
    }
  }

  /** @param {ToolPiece} piece */
  function finish({ execution, search_results, output: told }) {
    if (execution) finishExecution(execution)
    else if (search_results) finishSearch(search_results.results)
    else fail(told ?? '')
  }

  /** @param {Execution} execution */
  function finishExecution({ stdout, stderr, results, error, usage }) {
    streams.stdout.replace(stdout)
    streams.stderr.replace(stderr)
    output.append(...results.flatMap(renderResult))
    if (!error) {
      settle(`Done in ${seconds(usage.wall_ms)}`, 'done')
      return
    }
    const label = errorLabels.get(error.type) ?? 'Failed'
    settle(error.type === 'execution_error' ? error.name : label, 'failed')
    const text = error.traceback || `${error.name}: ${error.message}`
    output.append(element('pre', { class: 'traceback', tabindex: '0', 'aria-label': label }, text))
  }

  /** @param {Page[]} pages */
  function finishSearch(pages) {
    settle(pages.length === 1 ? '1 page' : `${pages.length} pages`, 'done')
    const items = pages.map(({ title: name, url, content }) => {
      const link = element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, name)
      const host = element('small', {}, URL.parse(url)?.hostname ?? '')
      return element('li', {}, link, host, element('p', {}, content))
    })
    output.append(element('ol', { class: 'pages' }, ...items))
  }

  /** @param {string} told */
  function fail(told) {
    settle('Failed', 'failed')
    const { error } = parsed(told) ?? {}
    output.append(element('pre', { class: 'traceback' }, error?.message ?? told))
  }

  /**
   * @param {string} text
   * @param {'done' | 'failed'} state
   */
  function settle(text, state) {
    clearInterval(clock)
    status.textContent = text
    status.className = `card-status ${state}`
  }
}

/** @param {ToolPiece} started */
function program({ arguments: args = '' }) {
  const code = parsed(args)?.code ?? args
  return element(
    'details',
    { open: '' },
    element('summary', {}, 'Code'),
    element(
      'pre',
      { class: 'program', tabindex: '0' },
      element('code', {}, ...highlightPython(code)),
    ),
  )
}

/** @param {ToolPiece} started */
function query({ arguments: args = '' }) {
  return element('p', { class: 'query' }, parsed(args)?.query ?? args)
}

/** @param {string} json */
function parsed(json) {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** @param {number} ms */
function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}
