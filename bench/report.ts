import type { Measured } from './load'
import type { Usage } from './processes'

/**
 * @property ratio product to bare Next, median of the rounds
 * @property cpuMs the product's own processor time for one request, all its processes together, without PostgreSQL
 */
export type Row = { name: string; product: Measured; cpuMs: number; next?: Measured; node?: Measured; ratio?: number }

export type Report = {
  rows: Row[]
  /** 32 customers at once. */
  crowd: Measured
  coldStartMs: number
  /** After the load. */
  usage: Record<'product' | 'next' | 'node', Usage>
  /** Bytes, gzip. */
  weight: { page: number; script: number }
}

/** Ratios that the product reaches or falls short of; absolute figures drift with the machine. */
const GOALS: Record<string, number> = { 'open the payment page': 0.5, 'place an order': 0.5, 'list 50': 0.4 }

/** Lines of a table: the product, the bare servers, and what of `goals` was reached. */
export function tableOf(rows: readonly Row[], goals: Record<string, number>): string[] {
  const speed = (measured?: Measured) => (measured ? `${measured.perSecond.toFixed(0)}/s (${measured.p50}/${measured.p99})` : '–')
  const pad = (text: string, width: number) => text.padEnd(width)
  const lines = [`${pad('', 24)}${pad('Tautan', 20)}${pad('bare Next', 20)}${pad('bare node:http', 20)}of Next  ms of CPU  goal`]
  for (const { name, product, cpuMs, next, node, ratio } of rows) {
    const goal = goals[name]
    const verdict = goal && ratio !== undefined ? `≥ ${goal} ${ratio >= goal ? 'reached' : 'MISSED'}` : ''
    lines.push(`${pad(name, 24)}${pad(speed(product), 20)}${pad(speed(next), 20)}${pad(speed(node), 20)}${pad(ratio?.toFixed(2) ?? '', 9)}${pad(cpuMs.toFixed(2), 11)}${verdict}`)
    if (product.failed > 0) lines.push(`  ${product.failed} requests failed`)
  }
  return lines
}

export function printReport({ rows, crowd, coldStartMs, usage, weight }: Report): void {
  const out = (line: string) => process.stdout.write(`${line}\n`)
  out('\nRequests a second (p50/p99 ms) at 8 clients, median of the rounds')
  for (const line of tableOf(rows, GOALS)) out(line)
  out('')
  const search = rows.find(({ name }) => name === 'search')?.product.perSecond
  const page = rows.find(({ name }) => name === 'open the payment page')?.product.perSecond
  if (search !== undefined && page !== undefined) {
    out(`search: ${search.toFixed(0)}/s; goal ≥ 300/s or half the page's ${page.toFixed(0)}/s: ${search >= Math.min(300, page / 2) ? 'reached' : 'MISSED'}`)
  }
  out(`32 customers at once: ${crowd.done} orders, ${crowd.failed} failed; goal 0: ${crowd.failed === 0 ? 'reached' : 'MISSED'}`)
  out(`cold start: ${(coldStartMs / 1000).toFixed(2)} s; goal ≤ 1.5 s: ${coldStartMs <= 1_500 ? 'reached' : 'MISSED'}`)
  const size = ({ memoryMb, processes }: Usage) => `${memoryMb} MB in ${processes} ${processes === 1 ? 'process' : 'processes'}`
  out(`memory after load: Tautan ${size(usage.product)}, bare Next ${size(usage.next)}, bare node:http ${size(usage.node)}`)
  const total = weight.page + weight.script
  out(`payment page: ${weight.page} bytes + script ${weight.script} bytes, compressed; goal ≤ 16 KB: ${total <= 16_384 ? 'reached' : 'MISSED'}`)
}
