import mime from 'mime'

/** Whoever has files and serves them by their paths. */
interface Files {
  fetch(url: string): Promise<Response>
}

/**
 * Serves the files of the playground as Cloudflare does: a page by its name without the ending, and with the headers
 * of the file `_headers`. Null for what is not among them.
 */
export function staticFiles(files: Files): (request: Request) => Promise<Response | null> {
  return async ({ method, url }) => {
    const { pathname } = new URL(url)
    const isOurs = pathname === '/' || pathname.startsWith('/playground/')
    if (!isOurs || (method !== 'GET' && method !== 'HEAD')) return null
    const path = fileOf(pathname)
    const [file, rules] = await Promise.all([files.fetch(at(path)), files.fetch(at('/_headers'))])
    if (!file.ok || !rules.ok) return null

    const headers = new Headers(headersFor(pathname, await new Response(rules.body).text()))
    headers.set('Content-Type', contentType(path))
    return new Response(method === 'HEAD' ? null : file.body, { headers })
  }
}

function fileOf(pathname: string): string {
  if (pathname.endsWith('/')) return `${pathname}index.html`
  return /\.\w+$/.test(pathname) ? pathname : `${pathname}.html`
}

function contentType(path: string): string {
  const type = mime.getType(path) ?? 'application/octet-stream'
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type
}

function at(path: string): string {
  return `http://files${path}`
}

/** The headers of all rules whose path is this one, or begins it and ends with `*`. */
function headersFor(pathname: string, rules: string): [string, string][] {
  return rules.split(/^(?=\S)/m).flatMap((rule) => {
    const [pattern = '', ...lines] = rule.trim().split('\n')
    const isFor = pattern.endsWith('*')
      ? pathname.startsWith(pattern.slice(0, -1))
      : pathname === pattern
    return isFor ? lines.map((line) => headerOf(line)) : []
  })
}

function headerOf(line: string): [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
}
