import { byId, element } from './dom.js'
import { highlightPython } from './highlight.js'
import { snippets } from './snippets.js'

/** @import { ChatRequest } from '../../wire.d.ts' */

/**
 * Shows the request as code to copy.
 *
 * @param {() => Promise<ChatRequest>} currentRequest
 * @param {(news: string) => void} announce
 */
export function codeDialog(currentRequest, announce) {
  const dialog = byId('code-dialog', HTMLDialogElement)
  const text = byId('code-text', HTMLElement)
  const panel = byId('code-panel', HTMLElement)
  const copy = byId('copy-code', HTMLButtonElement)
  const names = Object.keys(snippets)
  const tabs = names.map((name) =>
    element(
      'button',
      { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': panel.id },
      name,
    ),
  )
  byId('code-tabs', HTMLElement).append(...tabs)
  /** @type {ChatRequest} */
  let request = { model: '', messages: [] }

  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => select(index))
    tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0
      if (step === 0) return
      const next = (index + step + tabs.length) % tabs.length
      select(next)
      tabs[next]?.focus()
    })
  }
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text.textContent)
    copy.textContent = 'Copied'
    announce('Copied.')
    setTimeout(() => (copy.textContent = 'Copy'), 1500)
  })
  byId('close-code', HTMLButtonElement).addEventListener('click', () => dialog.close())
  // A click on the backdrop is one on the dialog itself.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())
  byId('show-code', HTMLButtonElement).addEventListener('click', async () => {
    request = await currentRequest()
    select(0)
    dialog.showModal()
  })

  /** @param {number} chosen */
  function select(chosen) {
    const name = names[chosen] ?? ''
    for (const [index, tab] of tabs.entries()) {
      tab.setAttribute('aria-selected', String(index === chosen))
      tab.tabIndex = index === chosen ? 0 : -1
    }
    panel.setAttribute('aria-labelledby', `tab-${name}`)
    const code = snippets[name]?.(request, location.origin) ?? ''
    text.replaceChildren(...(name === 'Python' ? highlightPython(code) : [code]))
  }
}
