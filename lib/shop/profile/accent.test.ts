import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accentCss, accentShades, contrast, isReadableAccent, nearestReadable, readColor, READABLE, SURFACES, worstContrast, type Theme } from './accent'

const THEMES = ['light', 'dark'] as const satisfies readonly Theme[]

/** 17 × 17 × 17 colours: black, white and everything in between. */
const COLORS = Array.from({ length: 17 ** 3 }, (_, index) => {
  const parts = [index % 17, Math.floor(index / 17) % 17, Math.floor(index / 289)].map((step) => Math.min(255, step * 16))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
})

describe('a colour', () => {
  it.each([
    ['#0b7a6b', '#0b7a6b'], ['0B7A6B', '#0b7a6b'], [' #0B7A6B ', '#0b7a6b'], ['#17b', '#1177bb'], ['fff', '#ffffff'],
    ['', null], ['#0b7a6', null], ['#0b7a6bff', null], ['red', null], ['#12345g', null], ['url(//x)', null], ['#fff;}body{', null],
  ])('%j is read as %j', (text, color) => expect(readColor(text)).toBe(color))

  // Values of WCAG's own examples and of webaim.org/resources/contrastchecker.
  it.each([['#000000', '#ffffff', 21], ['#ffffff', '#ffffff', 1], ['#777777', '#ffffff', 4.48], ['#767676', '#ffffff', 4.54], ['#ff0000', '#ffffff', 4], ['#0000ff', '#ffffff', 8.59]])(
    '%s on %s is %s:1, either way',
    (one, other, ratio) => {
      expect(contrast(one, other)).toBeCloseTo(ratio, 2)
      expect(contrast(other, one)).toBe(contrast(one, other))
    },
  )

  it.each([
    ['#0b7a6b', true], ['#000000', true], ['#b3261e', true], ['#1f4b92', true],
    ['#ffffff', false], ['#ffd400', false], ['#f28ab2', false], ['#45c2ad', false],
    // Enough on white (4.54), not on the grey that some text stands on.
    ['#767676', false],
  ])('%s as the accent: %s', (color, isReadable) => expect(isReadableAccent(color)).toBe(isReadable))
})

describe('the nearest colour that passes', () => {
  it.each([['#ffd400'], ['#f28ab2'], ['#ffffff'], ['#45c2ad'], ['#ff5500']])('of %s is a darker shade of the same hue, and no darker than it must be', (color) => {
    const nearest = nearestReadable(color, 'light')
    expect(worstContrast(nearest, 'light')).toBeGreaterThanOrEqual(READABLE)
    expect(worstContrast(nearest, 'light')).toBeLessThan(READABLE + 0.15)
  })

  it('is the colour itself when it passes', () => expect(nearestReadable('#0b7a6b', 'light')).toBe('#0b7a6b'))

  it('passes on both themes for every colour there is', () => {
    for (const theme of THEMES) {
      for (const color of COLORS) expect(worstContrast(nearestReadable(color, theme), theme), `${color} ${theme}`).toBeGreaterThanOrEqual(READABLE)
    }
  })
})

describe('the shades of an accent', () => {
  it('can be read in every place and on both themes, for every colour there is', () => {
    for (const color of COLORS) {
      const shades = accentShades(color)
      for (const theme of THEMES) {
        const { accent, strong, onAccent, soft, onSoft } = shades[theme]
        const pairs = { label: [onAccent, accent], pressed: [onAccent, strong], soft: [onSoft, soft] } as const
        for (const [name, [text, ground]] of Object.entries(pairs)) expect(contrast(text, ground), `${color} ${theme} ${name}`).toBeGreaterThanOrEqual(READABLE)
        expect(worstContrast(accent, theme), `${color} ${theme}`).toBeGreaterThanOrEqual(READABLE)
      }
    }
  })

  it('become a style sheet of tokens alone', () => {
    for (const color of ['#0b7a6b', '#ffd400']) {
      expect(accentCss(color)).toMatch(/^:root\{(--[a-z-]+:#[0-9a-f]{6};?){5}\}@media \(prefers-color-scheme:dark\)\{:root:not\(\[data-theme='light'\]\)\{(--[a-z-]+:#[0-9a-f]{6};?){5}\}\}$/)
    }
  })
})

it('the surfaces are those of the theme', () => {
  const css = readFileSync('app/theme.css', 'utf8')
  const blocks = { light: css.slice(css.indexOf(':root {'), css.indexOf('}')), dark: css.slice(css.indexOf(":root:not([data-theme='light'])")) }
  for (const theme of THEMES) {
    for (const [name, color] of Object.entries(SURFACES[theme])) {
      expect(readColor(new RegExp(`--${name}: (#[0-9a-f]+);`).exec(blocks[theme])?.[1] ?? ''), `${theme} ${name}`).toBe(color)
    }
  }
})
