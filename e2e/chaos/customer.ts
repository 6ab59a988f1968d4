import type { Random } from './seeded-random.ts'

/** How long a customer waits before it counts as hanging. */
const PATIENCE_MS = 20_000

export type Answer = { status: number; location: string; body: string }

export type Person = { name: string; phone: string; email: string }

let people = 0

/** A customer like no other, so that an order that lost its data or got another's is seen. */
export function newPerson(): Person {
  const number = ++people
  return { name: `Pembeli ${number}`, phone: `0812${String(10_000_000 + number)}`, email: `pembeli${number}@example.com` }
}

/** Opens a link's page as a phone does. @returns the hidden fields of its form, empty where there is none */
export async function openForm(server: string, slug: string): Promise<Answer & { fields: Record<string, string> }> {
  const answer = await ask(server, `/p/${slug}`, { method: 'GET' })
  const hidden = [...answer.body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  return { ...answer, fields: Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])) }
}

/** Sends a form as a browser does, without following the redirect. */
export async function submit(server: string, path: string, fields: Record<string, string>): Promise<Answer> {
  return await ask(server, path, { method: 'POST', headers: { origin: server }, body: new URLSearchParams(fields) })
}

export async function sendOrder(server: string, slug: string, fields: Record<string, string>, person: Person): Promise<Answer> {
  return await submit(server, `/p/${slug}`, { ...fields, ...person, method: 'bca_va' })
}

/** Opens the link and orders. */
export async function order(server: string, slug: string, person = newPerson()): Promise<Answer> {
  const { fields, ...opened } = await openForm(server, slug)
  return opened.status === 200 && 'form' in fields ? await sendOrder(server, slug, fields, person) : opened
}

/** The simulator's panel: the bank says that the money is there. */
export const pay = (server: string, orderPage: string): Promise<Answer> => submit(server, `${orderPage}/simulate`, { news: 'settle' })

/** "Choose another method": the customer takes the order back. */
export const takeBack = (server: string, orderPage: string): Promise<Answer> => submit(server, `${orderPage}/other-method`, {})

export const tokenOf = (orderPage: string): string => new URL(orderPage, 'http://shop').pathname.split('/')[3] ?? ''

export const pause = (random: Random, most: number): Promise<void> => new Promise((resume) => setTimeout(resume, random.between(0, most)))

async function ask(server: string, path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(server + path, { ...init, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) })
  return { status: response.status, location: response.headers.get('location') ?? '', body: await response.text() }
}
