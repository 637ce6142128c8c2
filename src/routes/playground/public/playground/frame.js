// Shows HTML that a program made. This document has no origin and no network, and its policy runs no other
// script, so what the HTML brings along comes to nothing.
addEventListener('message', ({ data, source }) => {
  if (source !== parent || typeof data?.html !== 'string') return
  document.body.innerHTML = data.html
  const tell = () => parent.postMessage({ height: document.documentElement.offsetHeight }, '*')
  new ResizeObserver(tell).observe(document.documentElement)
})
parent.postMessage({ ready: true }, '*')
