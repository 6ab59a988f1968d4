import { randomUUID } from 'node:crypto'
import { origin } from './seller'

export type Submitted = { status: number; location: string; body: string }

/** Opens a link's page as a phone does and gives back the hidden fields of its form. */
export async function openLink(slug: string): Promise<Record<string, string>> {
  const html = await (await fetch(`${origin()}/p/${slug}`)).text()
  return Object.fromEntries([...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
}

export const customer = { name: 'Sari Wulandari', phone: '0812-3456-7890', email: 'sari@example.com', method: 'bca_va' }

/** Sends a form as a browser does, without following the redirect. */
export async function submit(path: string, fields: Record<string, string>, headers: Record<string, string> = { origin: origin() }): Promise<Submitted> {
  const response = await fetch(origin() + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) })
  return { status: response.status, location: response.headers.get('location') ?? '', body: await response.text() }
}

/** Opens the link and orders, as a customer of an address that nobody has written to lately. */
export async function order(slug: string, fields: Record<string, string> = {}): Promise<Submitted> {
  return await submit(`/p/${slug}`, { ...(await openLink(slug)), ...customer, email: `sari.${randomUUID().slice(0, 8)}@example.com`, ...fields })
}
