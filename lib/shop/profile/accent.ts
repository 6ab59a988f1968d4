/**
 * A shop's accent colour on the payment page, readable in both themes.
 *
 * No colour is readable as text on white and on near-black at once, so a seller chooses the one for
 * the light theme, and the dark theme gets the nearest lighter shade of it. 4.5:1 is WCAG 2.2, 1.4.3
 * (AA, text of ordinary size); luminance and ratio as in its definitions.
 */

export const READABLE = 4.5

export type Theme = 'light' | 'dark'

/** What text in the accent stands on, from app/theme.css; a test holds the two against each other. */
export const SURFACES = {
  light: { background: '#f7f8f8', card: '#ffffff', subtle: '#eef1f1' },
  dark: { background: '#0c1413', card: '#131d1c', subtle: '#1c2827' },
} as const satisfies Record<Theme, Record<string, string>>

/** What a button in the accent may bear. */
const LABELS = { white: '#ffffff', ink: '#04211d' } as const

export type Shades = {
  accent: string
  /** Under a pointer. */
  strong: string
  /** Text on either. */
  onAccent: string
  /** Behind what is chosen. */
  soft: string
  onSoft: string
}

type Rgb = [number, number, number]

/** `#0b7a6b` from `0B7A6B`, `#0b7a6b` or `#17b`; null for anything else. */
export function readColor(text: string): string | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase()
  if (digits === undefined) return null
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`
}

/** From 1 (alike) to 21 (black on white). @param one, other `#rrggbb` */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** The ratio on the surface where the colour is hardest to read. */
export function worstContrast(color: string, theme: Theme): number {
  return Math.min(...Object.values(SURFACES[theme]).map((surface) => contrast(color, surface)))
}

/** Whether a seller may choose it: see the top of this file for the dark theme. */
export const isReadableAccent = (color: string): boolean => worstContrast(color, 'light') >= READABLE

/** The same hue, only as much darker (lighter, on the dark theme) as it must be. What passes comes back as it is. */
export function nearestReadable(color: string, theme: Theme): string {
  return shifted(color, theme === 'light' ? -1 : 1, (shade) => worstContrast(shade, theme) >= READABLE)
}

/** Everything the page draws in the accent, each pair of text and ground at 4.5:1 or more, whatever the colour. */
export function accentShades(color: string): Record<Theme, Shades> {
  return { light: shadesOf(color, 'light'), dark: shadesOf(color, 'dark') }
}

/** The style sheet that puts a shop's accent in the place of ours. Constant for a colour, so its hash can stand in a policy. */
export function accentCss(color: string): string {
  const { light, dark } = accentShades(color)
  return `:root{${tokens(light)}}@media (prefers-color-scheme:dark){:root:not([data-theme='light']){${tokens(dark)}}}`
}

const tokens = ({ accent, strong, onAccent, soft, onSoft }: Shades): string =>
  `--accent:${accent};--accent-strong:${strong};--on-accent:${onAccent};--accent-soft:${soft};--on-accent-soft:${onSoft}`

function shadesOf(color: string, theme: Theme): Shades {
  const away = theme === 'light' ? -1 : 1
  const accent = nearestReadable(color, theme)
  const onAccent = contrast(accent, LABELS.white) >= contrast(accent, LABELS.ink) ? LABELS.white : LABELS.ink
  const soft = mixed(accent, SURFACES[theme].card, theme === 'light' ? 0.12 : 0.2)
  return {
    accent,
    strong: mixed(accent, theme === 'light' ? '#000000' : '#ffffff', 0.86),
    onAccent,
    soft,
    onSoft: shifted(accent, away, (shade) => contrast(shade, soft) >= READABLE),
  }
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const STEPS = 500

/** The first shade that will do, going to black (-1) or to white (1); the end itself when none does. */
function shifted(color: string, towards: 1 | -1, isEnough: (shade: string) => boolean): string {
  if (isEnough(color)) return color
  const [hue, saturation, lightness] = toHsl(channels(color))
  for (let step = 1; step < STEPS; step += 1) {
    const next = lightness + (towards * step) / STEPS
    if (next <= 0 || next >= 1) break
    const shade = toHex(fromHsl([hue, saturation, next]))
    if (isEnough(shade)) return shade
  }
  return towards === 1 ? '#ffffff' : '#000000'
}

/** @param share how much of the first, 0 to 1 */
function mixed(one: string, other: string, share: number): string {
  const [from, to] = [channels(one), channels(other)]
  return toHex(from.map((value, index) => value * share + (to[index] ?? 0) * (1 - share)) as Rgb)
}

const channels = (color: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as Rgb

const toHex = (rgb: Rgb): string => `#${rgb.map((value) => Math.round(Math.min(255, Math.max(0, value))).toString(16).padStart(2, '0')).join('')}`

/** Hue in degrees, saturation and lightness from 0 to 1 (CSS Color 4, "RGB to HSL"). */
function toHsl(rgb: Rgb): Rgb {
  const [red, green, blue] = rgb.map((value) => value / 255) as Rgb
  const [min, max] = [Math.min(red, green, blue), Math.max(red, green, blue)]
  const [lightness, range] = [(min + max) / 2, max - min]
  if (range === 0) return [0, 0, lightness]
  const saturation = (max - lightness) / Math.min(lightness, 1 - lightness)
  const hue = max === red ? (green - blue) / range + (green < blue ? 6 : 0) : max === green ? (blue - red) / range + 2 : (red - green) / range + 4
  return [hue * 60, saturation, lightness]
}

function fromHsl([hue, saturation, lightness]: Rgb): Rgb {
  return [0, 8, 4].map((offset) => {
    const k = (offset + hue / 30) % 12
    return 255 * (lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }) as Rgb
}
