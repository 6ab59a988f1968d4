import { nodeFetch } from '@scalar/snippetz/plugins/node/fetch'
import { phpCurl } from '@scalar/snippetz/plugins/php/curl'
import { pythonRequests } from '@scalar/snippetz/plugins/python/requests'
import { shellCurl } from '@scalar/snippetz/plugins/shell/curl'
import type { Method } from '../endpoint'

export const LANGUAGES = ['curl', 'node', 'php', 'python'] as const
export type Language = (typeof LANGUAGES)[number]

/** Stands where the reader's own key belongs. */
export const KEY_PLACEHOLDER = 'YOUR_SERVER_KEY'

export type SampleRequest = {
  method: Method
  url: string
  query: Record<string, string>
  /** Absent: no body is sent. */
  body?: unknown
  /** The name under which an answer that is not JSON is saved. */
  saveAs?: string
}

/** The same request in each language: whole programs, to be run as they are once the key stands in them. */
export function samplesOf(request: SampleRequest): Record<Language, string> {
  return { curl: curl(request), node: node(request), php: php(request), python: python(request) }
}

/** The generators leave an empty password out; this one is taken out afterwards. */
const NO_PASSWORD = '@no-password@'
const auth = { auth: { username: KEY_PLACEHOLDER, password: NO_PASSWORD } }
const withoutPassword = (text: string): string => text.replaceAll(NO_PASSWORD, '')

function har({ method, url, query, body, saveAs }: SampleRequest, text: (body: unknown) => string = JSON.stringify) {
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    headers: [...(saveAs ? [] : [{ name: 'Accept', value: 'application/json' }]), ...(body === undefined ? [] : [{ name: 'Content-Type', value: 'application/json' }])],
    queryString: Object.entries(query).map(([name, value]) => ({ name, value })),
    cookies: [],
    headersSize: -1,
    bodySize: -1,
    ...(body !== undefined && { postData: { mimeType: 'application/json', text: text(body) } }),
  }
}

function curl(request: SampleRequest): string {
  const text = withoutPassword(shellCurl.generate(har(request), auth))
  return request.saveAs ? `${text} \\\n  --output ${request.saveAs}` : text
}

function node(request: SampleRequest): string {
  const { headers, ...rest } = har(request, (body) => JSON.stringify(quotable(body)))
  const text = nodeFetch
    .generate({ ...rest, headers: [{ name: 'Authorization', value: NO_PASSWORD }, ...headers] })
    .replace(`'${NO_PASSWORD}'`, `'Basic ' + btoa('${KEY_PLACEHOLDER}:')`)
  const asked = `const response = await ${text}`
  return request.saveAs
    ? `import { writeFile } from 'node:fs/promises'\n\n${asked}\nawait writeFile('${request.saveAs}', Buffer.from(await response.arrayBuffer()))`
    : `${asked}\nconsole.log(response.status, await response.json())`
}

/** The generator writes texts between single quotes as they are. */
function quotable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  if (Array.isArray(value)) return value.map(quotable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, quotable(inner)]))
}

function php(request: SampleRequest): string {
  // The generator knows GET and POST.
  const method = ['GET', 'POST'].includes(request.method) ? '' : `curl_setopt($ch, CURLOPT_CUSTOMREQUEST, '${request.method}');\n`
  const text = withoutPassword(phpCurl.generate(har(request), auth)).replace('\n\n', `\n\n${method}`)
  if (!request.saveAs) return `<?php\n${text}`
  return `<?php\n${text.replace('curl_exec($ch);', `curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);\nfile_put_contents('${request.saveAs}', curl_exec($ch));`)}`
}

function python(request: SampleRequest): string {
  const text = withoutPassword(pythonRequests.generate(har(request), auth))
  const shown = request.saveAs ? `open("${request.saveAs}", "wb").write(response.content)` : 'print(response.status_code, response.json())'
  return `import requests\n\nresponse = ${text}\n${shown}`
}
