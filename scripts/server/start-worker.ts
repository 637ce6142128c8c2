/** Starts the Worker of a measurement or a test, whose modules may be as large as the Python image. */
export async function startWorker(config: string) {
  // A hook on what wrangler loads: it has to come first.
  await import('./large-modules.ts')
  const { unstable_startWorker: start } = await import('wrangler')
  return start({
    config,
    dev: { watch: false, inspector: false, logLevel: 'warn', server: { port: 0 } },
  })
}
