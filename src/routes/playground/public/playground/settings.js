import { listModels, Refusal } from './client.js'
import { byId, element } from './dom.js'

/** What the person has chosen beside the prompt. Nothing of it is stored: the key lives in its field. */
export function settings() {
  const panel = byId('settings', HTMLElement)
  const toggle = byId('toggle-settings', HTMLButtonElement)
  const model = byId('model', HTMLInputElement)
  const key = byId('key', HTMLInputElement)
  const isSet = (/** @type {string} */ id) => byId(id, HTMLInputElement).checked
  const ms = (/** @type {string} */ id) =>
    Math.round(byId(id, HTMLInputElement).valueAsNumber * 1000)

  toggle.addEventListener('click', () => show(!panel.classList.contains('open')))
  key.addEventListener('change', loadModels)
  void loadModels()

  return {
    key: () => key.value.trim(),
    model: () => model.value.trim(),
    /** The tools as a request asks for them. */
    tools() {
      const timeouts = {
        ...(ms('timeout') > 0 && { timeout_ms: ms('timeout') }),
        ...(ms('sandbox-timeout') > 0 && { sandbox_timeout_ms: ms('sandbox-timeout') }),
      }
      return [
        ...(isSet('use-search') ? [{ type: 'web_search' }] : []),
        ...(isSet('use-python') ? [{ type: 'code_interpreter', ...timeouts }] : []),
      ]
    },
    askForKey,
  }

  async function loadModels() {
    try {
      const ids = await listModels(key.value.trim())
      byId('models', HTMLDataListElement).replaceChildren(
        ...ids.map((id) => element('option', { value: id })),
      )
      const [first] = ids
      if (first !== undefined && !ids.includes(model.value)) model.value = first
      key.removeAttribute('aria-invalid')
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.status === 401) askForKey()
    }
  }

  function askForKey() {
    key.placeholder = 'this server asks for one'
    key.setAttribute('aria-invalid', 'true')
    show(true)
  }

  /** @param {boolean} isOpen */
  function show(isOpen) {
    panel.classList.toggle('open', isOpen)
    toggle.setAttribute('aria-expanded', String(isOpen))
  }
}
