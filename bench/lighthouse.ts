import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import lighthouse, { type Flags } from 'lighthouse'
import type { MerchantScope } from '@/lib/shop/scope'
import { slowdownFor } from './slowdown'

/**
 * `npm run bench -- lighthouse`: Google's own judgement of the production build, as a phone of the middle class on a slow
 * mobile network sees it: the payment page as a customer; the list, the form and home as a seller who has signed in. Such a phone is
 * this machine slowed down by what {@link slowdownFor} says of its speed at that moment. What Lighthouse says of the same load with its
 * own four times stands beside it.
 * @returns whether every page reached its goal
 */

type PagesBench = { url: string; openShop: () => Promise<{ userId: string; scope: MerchantScope }> }

type Page = { name: string; path: string; cookie?: string; goals: Record<Category, number> }

const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
type Category = (typeof CATEGORIES)[number]

const goals = (score: number): Record<Category, number> => ({ performance: score, accessibility: score, 'best-practices': score })

/** Beside those of the servers, see ./world.ts. */
const DEBUGGING_PORT = 4313

/** The middle one of five is Lighthouse's own advice against the machine's moods. */
const RUNS = 5

export async function benchPages({ url, openShop }: PagesBench): Promise<boolean> {
  const { makeSession } = await import('../prisma/testing/session')
  const { fillShop } = await import('../prisma/demo/fill-shop')
  const { prisma } = await import('@/lib/database/client')
  const { userId, scope } = await openShop()
  await fillShop(scope, new Date())
  const cookie = (await makeSession(userId)).header
  const open = await prisma.link.findFirstOrThrow({ where: { merchantId: scope.merchantId, orderId: 'VOAL-0391' }, select: { slug: true } })
  const pages: Page[] = [
    { name: 'payment page', path: `/p/${open.slug}`, goals: goals(95) },
    { name: 'list of links', path: '/links', cookie, goals: goals(90) },
    { name: 'new link', path: '/links/new', cookie, goals: goals(90) },
    { name: 'home', path: '/home', cookie, goals: goals(90) },
  ]
  const path = process.env['CHROMIUM_PATH'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined)
  const browser = await chromium.launch({ ...(path && { executablePath: path }), args: [`--remote-debugging-port=${DEBUGGING_PORT}`, '--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  let reached = true
  try {
    for (const page of pages) reached = (await judge(url, page)) && reached
  } finally {
    await browser.close()
  }
  process.stdout.write(reached ? '\nEvery goal was reached.\n' : '\nGoals were MISSED.\n')
  return reached
}

async function judge(url: string, { name, path, cookie, goals: wanted }: Page): Promise<boolean> {
  const runs: Judgement[] = []
  for (let tries = 0; runs.length < RUNS; tries++) {
    if (tries === 2 * RUNS) throw new Error(`Lighthouse could not measure ${path}`)
    const run = await lookAt(url + path, cookie)
    if (run) runs.push(run)
  }
  let reached = true
  for (const category of CATEGORIES) {
    const sorted = runs.toSorted((a, b) => a.scores[category] - b.scores[category])
    const middle = sorted[Math.floor(RUNS / 2)]
    if (!middle) throw new Error('no run')
    const score = middle.scores[category]
    const missed = score < wanted[category]
    process.stdout.write(`${name.padEnd(16)}${category.padEnd(16)}${String(score).padStart(4)}  goal ≥ ${wanted[category]}: ${missed ? 'MISSED' : 'reached'}\n`)
    if (category === 'performance') {
      const each = runs.map((run) => `${run.scores.performance} at ${run.slowdown.toFixed(1)} times (${run.uncalibrated} at four; BenchmarkIndex ${run.benchmarkIndex})`)
      process.stdout.write(`${''.padEnd(16)}${each.join(', ')}\n${''.padEnd(16)}${middle.metrics}\n`)
    }
    for (const finding of middle.findings[category]) process.stdout.write(`${''.padEnd(20)}${finding}\n`)
    if (missed) reached = false
  }
  return reached
}

type Judgement = { scores: Record<Category, number>; findings: Record<Category, string[]>; metrics: string; benchmarkIndex: number; slowdown: number; uncalibrated: number }

/**
 * Loads the page once, and judges this load twice: as Lighthouse would on the machine that it expects, and for the speed of this one.
 * @returns null where the trace lacked something that is measured, as now and then happens
 */
async function lookAt(address: string, cookie: string | undefined): Promise<Judgement | null> {
  const folder = await mkdtemp(join(tmpdir(), 'tautan-lighthouse-'))
  try {
    const flags: Flags = { port: DEBUGGING_PORT, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES], ...(cookie && { extraHeaders: { cookie } }) }
    await lighthouse(address, { ...flags, gatherMode: folder })
    const uncalibrated = await report(address, { ...flags, auditMode: folder })
    if (uncalibrated.categories['performance']?.score == null) return null
    const { benchmarkIndex } = uncalibrated.environment
    const throttling = { ...uncalibrated.configSettings.throttling, cpuSlowdownMultiplier: slowdownFor(benchmarkIndex) }
    // What a load is judged by is kept with it, and held against what the judge is told.
    const kept = join(folder, 'artifacts.json')
    const artifacts = JSON.parse(await readFile(kept, 'utf8')) as { settings: object }
    await writeFile(kept, JSON.stringify({ ...artifacts, settings: { ...artifacts.settings, throttling } }))
    const calibrated = await report(address, { ...flags, throttling, auditMode: folder })
    return {
      ...judgementOf(calibrated), benchmarkIndex: Math.round(benchmarkIndex), slowdown: throttling.cpuSlowdownMultiplier,
      uncalibrated: judgementOf(uncalibrated).scores.performance,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function report(address: string, flags: Flags): Promise<Report> {
  const result = await lighthouse(address, flags)
  if (!result) throw new Error(`Lighthouse said nothing of ${address}`)
  const { lhr } = result
  if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(address).pathname) throw new Error(`${address} led to ${lhr.finalDisplayedUrl}`)
  return lhr
}

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr']

function judgementOf(lhr: Report): Pick<Judgement, 'scores' | 'findings' | 'metrics'> {
  const of = <Value>(value: (category: Category) => Value) => Object.fromEntries(CATEGORIES.map((category) => [category, value(category)])) as Record<Category, Value>
  return {
    scores: of((category) => Math.round((lhr.categories[category]?.score ?? 0) * 100)),
    // What costs points, or in performance what is named beside the metrics.
    findings: of((category) =>
      (lhr.categories[category]?.auditRefs ?? [])
        .map(({ id, weight }) => ({ audit: lhr.audits[id], weight }))
        .filter(({ audit, weight }) => audit?.score !== null && audit !== undefined && audit.score < 0.9 && (weight > 0 || category === 'performance'))
        .map(({ audit }) => `${audit?.title}${audit?.displayValue ? `: ${audit.displayValue}` : ''}${category === 'performance' ? '' : detailsOf(audit?.details)}`),
    ),
    metrics: ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index', 'total-byte-weight', 'mainthread-work-breakdown']
      .map((id) => `${id} ${lhr.audits[id]?.displayValue ?? '–'}`)
      .concat(`largest: ${largestOf(lhr.audits['lcp-breakdown-insight']?.details)}`)
      .join(' · '),
  }
}

/** The element that was the largest: what the page's worst figure is about. */
const largestOf = (details: unknown): string => /"nodeLabel":"([^"]*)"/.exec(JSON.stringify(details) ?? '')?.[1] ?? '–'

/** Which elements or messages a mark was lost to. */
const detailsOf = (details: unknown): string => (details === undefined ? '' : ` ${JSON.stringify(details).slice(0, 600)}`)
