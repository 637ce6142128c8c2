import { answerView } from './answer.js'
import { attachedFiles } from './attached-files.js'
import { Refusal, streamChat } from './client.js'
import { codeDialog } from './code-dialog.js'
import { byId, element } from './dom.js'
import { renderMarkdown } from './markdown.js'
import { settings } from './settings.js'

/** @import { ChatRequest, Message } from '../../wire.d.ts' */

const examples = [
  'Plot a sine wave.',
  'Draw a bar chart of the five most populous countries.',
  'Calculate the first 20 Fibonacci numbers.',
  'Find the current stock prices of the FAANG companies and create a comparison chart.',
]

const transcript = byId('transcript', HTMLElement)
const welcome = byId('welcome', HTMLElement)
const composer = byId('composer', HTMLFormElement)
const prompt = byId('prompt', HTMLTextAreaElement)
const send = byId('send', HTMLButtonElement)
const stop = byId('stop', HTMLButtonElement)
const newChat = byId('new-chat', HTMLButtonElement)
const status = byId('status', HTMLElement)

const chosen = settings()
const files = attachedFiles(chosen.key, announce)
/** @type {Message[]} */
let conversation = []
/** @type {AbortController | null} */
let answering = null
/** Whether the end of the answer is kept in view as it grows: until the person scrolls away from it. */
let follows = true
const growth = new ResizeObserver(() => {
  if (follows) transcript.scrollTop = transcript.scrollHeight
})

codeDialog(async () => requestFor(await toMessages()), announce)

byId('examples', HTMLElement).append(
  ...examples.map((text) => {
    const button = element('button', { type: 'button' }, text)
    button.addEventListener('click', () => {
      if (text.startsWith('Find')) byId('use-search', HTMLInputElement).checked = true
      prompt.value = text
      composer.requestSubmit()
    })
    return button
  }),
)

prompt.addEventListener('keydown', (event) => {
  // While a word is being composed, Enter chooses it.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  composer.requestSubmit()
})
prompt.addEventListener('input', fitPrompt)
transcript.addEventListener('scroll', () => (follows = isAtEnd()))
stop.addEventListener('click', () => answering?.abort())
newChat.addEventListener('click', () => {
  answering?.abort()
  conversation = []
  transcript.replaceChildren(welcome)
  newChat.hidden = true
  prompt.focus()
})
composer.addEventListener('submit', (event) => {
  event.preventDefault()
  if (answering || prompt.value.trim() === '') return
  void answer()
})

async function answer() {
  const turn = (answering = new AbortController())
  setBusy(true)
  const names = files.names()
  const text = prompt.value.trim()
  const messages = await toMessages()
  welcome.remove()
  const question = element('article', { class: 'question markdown', 'aria-label': 'You' })
  question.append(renderMarkdown(text, () => false))
  if (names.length > 0) question.append(element('small', {}, names.join(', ')))
  const reply = answerView(announce)
  transcript.append(question, reply.view)
  prompt.value = ''
  fitPrompt()
  files.clear()
  follows = true
  growth.observe(reply.view)
  announce('Sent. Waiting for the answer.')

  try {
    for await (const chunk of streamChat(requestFor(messages), chosen.key(), turn.signal)) {
      reply.add(chunk.choices?.[0]?.delta ?? {})
    }
    conversation = [...messages, reply.end()]
    announce('The answer is complete.')
  } catch (error) {
    const told = reply.end()
    if (turn.signal.aborted) {
      conversation = told.content === '' ? messages : [...messages, told]
      reply.view.append(element('p', { class: 'note' }, 'Stopped.'))
      announce('Stopped.')
    } else {
      reply.fail(error instanceof Refusal ? error.message : 'The answer cannot be read.')
      // Once what was wrong is set right, the same is asked again.
      if (prompt.value === '') prompt.value = text
      if (error instanceof Refusal && error.status === 401) chosen.askForKey()
    }
  } finally {
    if (answering === turn) answering = null
    setBusy(answering !== null)
  }
}

/** The conversation with what is written in the composer, if anything is. */
async function toMessages() {
  const text = prompt.value.trim()
  if (text === '')
    return conversation.length > 0 ? conversation.slice(0, -1) : [say(examples[0] ?? '')]
  const ids = await files.ids()
  if (ids.length === 0) return [...conversation, say(text)]
  const parts = ids.map((file_id) => ({ type: 'file', file: { file_id } }))
  return [...conversation, say([{ type: 'text', text }, ...parts])]
}

/**
 * @param {string | object[]} content
 * @returns {Message}
 */
function say(content) {
  return { role: 'user', content }
}

/**
 * @param {Message[]} messages
 * @returns {ChatRequest}
 */
function requestFor(messages) {
  const tools = chosen.tools()
  return { model: chosen.model(), messages, ...(tools.length > 0 && { tools }) }
}

/** @param {boolean} isBusy */
function setBusy(isBusy) {
  send.hidden = isBusy
  stop.hidden = !isBusy
  newChat.hidden = false
  transcript.setAttribute('aria-busy', String(isBusy))
}

function isAtEnd() {
  return transcript.scrollHeight - transcript.scrollTop - transcript.clientHeight < 80
}

function fitPrompt() {
  prompt.rows = Math.min(10, Math.max(2, prompt.value.split('\n').length))
}

/** @param {string} news */
function announce(news) {
  status.textContent = news
}
