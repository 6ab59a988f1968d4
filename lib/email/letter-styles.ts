import type { CSSProperties } from 'react'
import type { Letter } from './letter'

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
const MONO = "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Roboto Mono', Consolas, monospace"

/** Dark mode and narrow screens, by class: `!important`, because it must win over the inline styles. */
export const SHEET = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (max-width: 480px) {
    .page { padding: 0 0 28px !important; }
    .card { border-left: 0 !important; border-right: 0 !important; border-radius: 0 !important; }
    .pad { padding-left: 20px !important; padding-right: 20px !important; }
    .code { font-size: 21px !important; }
  }
  @media (prefers-color-scheme: dark) {
    body, .page { background: #0c1413 !important; }
    .card { background: #131d1c !important; border-color: #263432 !important; }
    .soft { background: #1c2827 !important; }
    .line { border-color: #263432 !important; }
    .ink { color: #e8efee !important; }
    .muted { color: #9db0ae !important; }
    .link { color: #45c2ad !important; }
    .button, .button a { background: #45c2ad !important; color: #04211d !important; }
    .mark { background: #45c2ad !important; color: #04211d !important; }
    .ok { background: #12301f !important; color: #6bd395 !important; }
    .warn { background: #352a12 !important; color: #ecbd62 !important; }
    .bad { background: #3d1a18 !important; color: #ff9b92 !important; }
    .neutral { background: #1c2827 !important; color: #9db0ae !important; }
  }`

/** A shop's accent in the dark letter, over {@link SHEET}. */
export function accentSheet({ dark }: NonNullable<Letter['accent']>): string {
  return `
  @media (prefers-color-scheme: dark) {
    .link { color: ${dark.accent} !important; }
    .button, .button a, .mark { background: ${dark.accent} !important; color: ${dark.onAccent} !important; }
  }`
}

export const TONES = {
  ok: { color: '#167a3f', background: '#e5f5ea' },
  warn: { color: '#8f5b00', background: '#fdf2dc' },
  bad: { color: '#b3261e', background: '#fde9e7' },
  neutral: { color: '#5b6b6a', background: '#eef1f1' },
} as const satisfies Record<NonNullable<Letter['badge']>['tone'], CSSProperties>

const INK = '#10201f'
const MUTED = '#5b6b6a'
const LINE = '1px solid #e4e8e8'
const text = (size: number, line: number, more: CSSProperties = {}): CSSProperties => ({ margin: 0, fontFamily: FONT, fontSize: size, lineHeight: `${line}px`, color: INK, ...more })

/** Inline, by part of the letter: all that every mail program keeps. */
export const STYLES = {
  body: { margin: 0, padding: 0, background: '#f7f8f8', WebkitTextSizeAdjust: '100%' },
  preheader: { display: 'none', overflow: 'hidden', maxHeight: 0, maxWidth: 0, opacity: 0, fontSize: 1, lineHeight: '1px', color: '#f7f8f8' },
  page: { background: '#f7f8f8', padding: '24px 12px 32px' },
  column: { maxWidth: 560, margin: '0 auto' },
  ribbon: text(13, 20, { ...TONES.warn, padding: '8px 16px', fontWeight: 700, textAlign: 'center', letterSpacing: '.04em' }),
  card: { background: '#ffffff', border: LINE, borderRadius: 14, borderCollapse: 'separate', overflow: 'hidden' },
  head: { padding: '20px 32px', borderBottom: LINE },
  mark: { width: 36, height: 36, borderRadius: 10, background: '#0b7a6b', color: '#ffffff', fontFamily: FONT, fontSize: 17, lineHeight: '36px', fontWeight: 700, textAlign: 'center' },
  sender: text(16, 22, { fontWeight: 600, paddingLeft: 12 }),
  main: { padding: '28px 32px 32px' },
  badge: { display: 'inline-block', marginBottom: 14, padding: '4px 10px', borderRadius: 999, fontFamily: FONT, fontSize: 12, lineHeight: '16px', fontWeight: 600 },
  logoCell: { width: 36, height: 36, borderRadius: 10, background: '#ffffff', color: '#10201f', fontFamily: FONT, fontSize: 17, lineHeight: '36px', fontWeight: 700, textAlign: 'center' },
  logo: { display: 'block', width: 36, height: 36, borderRadius: 10 },
  title: text(22, 28, { fontWeight: 700, letterSpacing: '-.01em' }),
  greeting: text(16, 24, { marginTop: 8 }),
  intro: text(16, 24, { marginTop: 8, color: MUTED }),
  box: { marginTop: 24, background: '#f7f8f8', borderRadius: 12, borderCollapse: 'separate' },
  boxCell: { padding: '16px 20px' },
  label: text(13, 18, { color: MUTED }),
  amount: text(30, 38, { fontWeight: 700, letterSpacing: '-.02em', fontVariantNumeric: 'tabular-nums', marginTop: 2 }),
  code: text(23, 30, { fontFamily: MONO, fontWeight: 600, letterSpacing: '.03em', marginTop: 2, wordBreak: 'break-all' }),
  codeCell: { padding: '14px 20px 16px', borderTop: LINE },
  facts: { marginTop: 20 },
  factLabel: text(14, 20, { color: MUTED, padding: '10px 16px 10px 0', borderTop: LINE, verticalAlign: 'top', whiteSpace: 'nowrap' }),
  factValue: text(14, 20, { padding: '10px 0', borderTop: LINE, textAlign: 'right', verticalAlign: 'top', wordBreak: 'break-word' }),
  buttonBox: { marginTop: 24, borderCollapse: 'separate' },
  button: { borderRadius: 12, background: '#0b7a6b', textAlign: 'center' },
  buttonLink: { display: 'block', padding: '13px 20px', fontFamily: FONT, fontSize: 16, lineHeight: '24px', fontWeight: 600, color: '#ffffff', background: '#0b7a6b', borderRadius: 12, textDecoration: 'none' },
  address: text(12, 18, { color: MUTED, marginTop: 12, wordBreak: 'break-all' }),
  link: { color: '#0b7a6b', whiteSpace: 'nowrap' },
  closing: text(14, 20, { color: MUTED, marginTop: 16 }),
  contact: text(14, 20, { marginTop: 16 }),
  footer: text(12, 18, { color: MUTED, padding: '16px 32px 0', textAlign: 'center' }),
} as const satisfies Record<string, CSSProperties>
