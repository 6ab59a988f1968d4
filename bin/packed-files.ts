import { readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import send from 'send'

const ADDRESS = '/_next/static/'
const PACKED = '.br'
/** As Next gives its own: their names change with what is in them. */
const FOREVER = { maxAge: 31_536_000_000, immutable: true, index: false, acceptRanges: false } as const
const TYPES: Record<string, string> = { '.css': 'text/css', '.js': 'application/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.txt': 'text/plain' }

/**
 * Answers with what ./pack-static.mjs has packed of a build, to whom can read it.
 * @param folder `static` of the build
 * @returns answers, or leaves it to the last argument: whatever was not packed, also when a newer build has taken its place
 */
export function packedFiles(folder: string): (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void {
  const names = new Set(readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith(PACKED)).map((name) => name.replaceAll('\\', '/')))
  return (request, response, otherwise) => {
    const name = nameOf(request)
    if (name === null || !names.has(name)) return void otherwise()
    const before = response.getHeaderNames()
    const type = TYPES[extname(name.slice(0, -PACKED.length))] ?? 'application/octet-stream'
    send(request, `/${name}`, { ...FOREVER, root: folder })
      .on('headers', () => {
        response.setHeader('Content-Encoding', 'br')
        response.setHeader('Content-Type', `${type}; charset=UTF-8`)
        response.setHeader('Vary', 'Accept-Encoding')
      })
      .on('error', () => {
        if (response.headersSent) return void response.destroy()
        for (const header of response.getHeaderNames()) if (!before.includes(header)) response.removeHeader(header)
        otherwise()
      })
      .pipe(response)
  }
}

/** The packed file's, if one can be meant. */
function nameOf({ method, url = '', headers }: IncomingMessage): string | null {
  if ((method !== 'GET' && method !== 'HEAD') || !url.startsWith(ADDRESS) || !readsBrotli(headers['accept-encoding'])) return null
  return url.slice(ADDRESS.length).replace(/\?.*$/s, '') + PACKED
}

const readsBrotli = (accepted: string | string[] | undefined): boolean =>
  String(accepted ?? '').split(',').some((one) => /^\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*$)|$)/i.test(one))
