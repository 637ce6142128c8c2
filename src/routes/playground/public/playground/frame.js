// Shows HTML that a program made. This document has no origin and no network, and its policy runs no other
// script, so what the HTML brings along comes to nothing.
addEventListener(
  'message',
  ({ data: html, ports: [there] }) => {
    document.body.innerHTML = html
    const observer = new ResizeObserver(() => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A port has none.
      there?.postMessage(document.documentElement.offsetHeight)
    })
    observer.observe(document.documentElement)
  },
  { once: true },
)
