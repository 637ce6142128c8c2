// As on Cloudflare: the clock shows when the last timer had run down.
const { setTimeout, performance } = globalThis
const read = performance.now.bind(performance)
let shown

globalThis.setTimeout = (callback, milliseconds) =>
  setTimeout(() => {
    shown = read()
    callback()
  }, milliseconds)
performance.now = () => (shown ??= read())

// oxlint-disable-next-line import/no-default-export -- a Worker's entry is one
export { default } from './guest.js'
