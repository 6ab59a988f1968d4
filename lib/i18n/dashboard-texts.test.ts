import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LOCALES } from './locales'
import { MESSAGES } from './messages'
import { FRAME_AREAS, frameMessages, frameTexts, SECTION_AREAS, SECTION_ERRORS, sectionMessages, sectionTexts, type Section } from './dashboard-texts'

const DASHBOARD = 'app/(dashboard)'
const IMPORTS = /^(?:import|export)\s(?!type\b)[^'"]*?from\s*'([^']+)'|\bimport\('([^']+)'\)/gm

const sources = new Map<string, string>()
function source(file: string): string {
  const known = sources.get(file) ?? readFileSync(file, 'utf8')
  sources.set(file, known)
  return known
}

function resolved(from: string, name: string): string | undefined {
  if (!/^(@\/|\.)/.test(name)) return undefined
  const path = name.startsWith('@/') ? name.slice(2) : join(dirname(from), name)
  return ['', '.ts', '.tsx'].map((end) => path + end).find((file) => /\.tsx?$/.test(file) && existsSync(file) && statSync(file).isFile())
}

/** The areas whose texts the scripts of a page ask for: of every `'use client'` file it reaches, and of what those import. */
function askedBy(entry: string): Set<string> {
  const asked = new Set<string>()
  const seen = new Set<string>()
  const walk = (file: string, inBrowser: boolean): void => {
    const text = source(file)
    // An action is called, its code stays on the server.
    if (text.startsWith("'use server'")) return
    const client = inBrowser || text.startsWith("'use client'")
    if (seen.has(`${file} ${client}`)) return
    seen.add(`${file} ${client}`)
    if (client) for (const [, area = ''] of text.matchAll(/\buseTranslations\((?:'(\w+)[\w.]*')?\)/g)) asked.add(area)
    for (const [, plain, lazy] of text.matchAll(IMPORTS)) {
      const next = resolved(file, plain ?? lazy ?? '')
      if (next) walk(next, client)
    }
  }
  walk(entry, false)
  return asked
}

const screens = globSync(`${DASHBOARD}/**/{page,loading,error,not-found}.tsx`).sort()
const sections = Object.keys(SECTION_AREAS) as Section[]
const sectionsAround = (folder: string) => sections.filter((section) => `${folder}/`.startsWith(`${section}/`))
const folderOf = (file: string) => dirname(file).slice(DASHBOARD.length + 1)

describe('the texts that a page of the dashboard sends to the browser', () => {
  it('are looked for in every page', () => expect(screens.length).toBeGreaterThan(40))

  it.each(screens)('%s: are all that its scripts ask for', (file) => {
    const sent = new Set<string>([...FRAME_AREAS, ...sectionsAround(folderOf(file)).flatMap((section) => SECTION_AREAS[section])])
    expect([...askedBy(file)].filter((area) => !sent.has(area))).toEqual([])
  })

  it('are all that the frame around it asks for', () => {
    expect([...askedBy(`${DASHBOARD}/layout.tsx`)].filter((area) => !FRAME_AREAS.some((name) => name === area))).toEqual([])
  })

  it.each(sections)('%s: are handed on by its layout, and no area more than its pages ask for', (section) => {
    const layout = `${DASHBOARD}/${section}/layout.tsx`
    expect(source(layout)).toContain(`<SectionTexts of="${section}">`)
    const asked = new Set([layout, ...screens.filter((file) => `${folderOf(file)}/`.startsWith(`${section}/`))].flatMap((file) => [...askedBy(file)]))
    expect(SECTION_AREAS[section].filter((area) => !asked.has(area))).toEqual([])
    // Sent once is enough.
    const around = [...FRAME_AREAS, ...sectionsAround(dirname(section)).flatMap((outer) => [...SECTION_AREAS[outer]])]
    expect(SECTION_AREAS[section].filter((area) => around.some((known) => known === area))).toEqual([])
  })
})

/** Where the errors of a section come from: the only files that name them, and the components whose calls they answer. */
const SOURCES = {
  'links/import': { says: /^lib\/link-import\//, calls: /^components\/bulk\/import-/ },
  money: { says: /^lib\/money-in\/import-statement\.ts$/, calls: /^components\/money\/import-card\.tsx$/ },
  'settings/payments': { says: /^(?:lib\/receiving\/|components\/receiving\/account-draft\.ts)/, calls: /^components\/receiving\/account-form\.tsx$/ },
  'settings/sms': { says: /^lib\/sms\//, calls: /^components\/sms\/(?:provider-form|sms-settings|test-sms)\.tsx$/ },
} as const satisfies Record<keyof typeof SECTION_ERRORS, { says: RegExp; calls: RegExp }>

/** Every file of ours that a page draws in the browser or on the server. */
function filesOf(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry) || source(entry).startsWith("'use server'")) return seen
  seen.add(entry)
  for (const [, plain, lazy] of source(entry).matchAll(IMPORTS)) {
    const next = resolved(entry, plain ?? lazy ?? '')
    if (next) filesOf(next, seen)
  }
  return seen
}

describe.each(Object.keys(SECTION_ERRORS) as (keyof typeof SECTION_ERRORS)[])('the errors that only %s is sent', (section) => {
  const { says, calls } = SOURCES[section]
  // As an error is written: whole, or with what is wrong of it behind a dot. `t('…')` is another text.
  const ways = SECTION_ERRORS[section].map((key) => (typeof MESSAGES.id.errors[key] === 'string' ? `${key}'` : `${key}\\.`))
  const named = new RegExp(`(?<!\\bt\\()['\`](?:${ways.join('|')})`)

  it('are said by its own modules alone', () => {
    const files = globSync('{lib,components,app}/**/*.{ts,tsx}', { exclude: (name) => name.includes('generated') })
    const sayers = files.filter((file) => !file.includes('.test.') && file !== 'lib/i18n/dashboard-texts.ts' && named.test(source(file)))
    expect(sayers.length).toBeGreaterThan(0)
    expect(sayers.filter((file) => !says.test(file))).toEqual([])
  })

  it('answer calls of its own pages alone', () => {
    const callers = screens.filter((file) => [...filesOf(file)].some((reached) => calls.test(reached)))
    expect(callers.length).toBeGreaterThan(0)
    expect(callers.filter((file) => !`${folderOf(file)}/`.startsWith(`${section}/`))).toEqual([])
  })

  it('are there, beside all others', () => {
    expect({ ...frameMessages('id').errors, ...sectionMessages(section, 'id').errors }).toMatchObject(Object.fromEntries(SECTION_ERRORS[section].map((key) => [key, MESSAGES.id.errors[key]])))
    expect(SECTION_ERRORS[section].filter((key) => key in (frameMessages('id').errors ?? {}))).toEqual([])
  })
})

it.each(LOCALES)('what is sent is those texts, each section and each language its own (%s)', (locale) => {
  expect(JSON.parse(frameTexts(locale))).toEqual(frameMessages(locale))
  for (const section of Object.keys(SECTION_AREAS) as Section[]) expect(JSON.parse(sectionTexts(section, locale)), section).toEqual(sectionMessages(section, locale))
})
