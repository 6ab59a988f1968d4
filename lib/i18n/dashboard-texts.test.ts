import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FRAME_AREAS, SECTION_AREAS, type Section } from './dashboard-texts'

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
