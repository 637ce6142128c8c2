import { Refusal, uploadFile } from './client.js'
import { byId, element, inBytes } from './dom.js'

/**
 * The files of the next message, kept at the server as soon as they are chosen.
 *
 * @param {() => string} key
 * @param {(news: string) => void} announce
 */
export function attachedFiles(key, announce) {
  const list = byId('files', HTMLUListElement)
  const picker = byId('pick-files', HTMLInputElement)
  const main = document.body
  /** @type {{ name: string, id: Promise<string | null>, chip: HTMLElement }[]} */
  let files = []

  picker.addEventListener('change', () => {
    attach(picker.files ?? [])
    picker.value = ''
  })
  main.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    main.classList.add('dropping')
  })
  main.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) main.classList.remove('dropping')
  })
  main.addEventListener('drop', (event) => {
    event.preventDefault()
    main.classList.remove('dropping')
    attach(event.dataTransfer?.files ?? [])
  })

  return {
    names: () => files.map(({ name }) => name),
    /** @returns {Promise<string[]>} their ids, when all of them are kept */
    async ids() {
      const ids = await Promise.all(files.map(({ id }) => id))
      return ids.filter((id) => id !== null)
    },
    clear() {
      files = []
      list.replaceChildren()
      list.hidden = true
    },
  }

  /** @param {Iterable<File>} chosen */
  function attach(chosen) {
    for (const file of chosen) {
      const note = element('small', {}, 'uploading')
      const remove = element('button', { type: 'button', 'aria-label': `Remove ${file.name}` }, '✕')
      const chip = element('li', {}, element('span', {}, file.name), note, remove)
      const entry = { name: file.name, id: keep(file, chip, note), chip }
      files.push(entry)
      list.append(chip)
      list.hidden = false
      remove.addEventListener('click', () => {
        files = files.filter((each) => each !== entry)
        chip.remove()
        list.hidden = files.length === 0
      })
    }
  }

  /**
   * @param {File} file
   * @param {HTMLElement} chip
   * @param {HTMLElement} note
   * @returns {Promise<string | null>}
   */
  async function keep(file, chip, note) {
    try {
      const id = await uploadFile(file, key())
      note.textContent = inBytes(file.size)
      announce(`${file.name} is attached.`)
      return id
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      note.textContent = error.message
      chip.classList.add('failed')
      announce(`${file.name} is not attached: ${error.message}`)
      return null
    }
  }
}
