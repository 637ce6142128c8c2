/** Whether an address is one of the machine that names it. */
export function isLoopback(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? ''
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || isLoopbackV4(host)
  )
}

/** `URL` has already written every other form of the address, such as `0x7f.1`, in this one. */
function isLoopbackV4(host: string): boolean {
  return /^127\.\d+\.\d+\.\d+$/.test(host)
}
