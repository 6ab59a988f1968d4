import 'server-only'
import { accentShades } from '@/lib/shop/profile/accent'
import type { Line, PaperDocument, Total } from './document'
import { leading, newPaper, openPen, type Pen, type Style } from './pen'

/** A4, in points. */
const PAGE = { width: 595.28, height: 841.89 }
const MARGIN = 48
const WIDTH = PAGE.width - 2 * MARGIN
const FOOT = PAGE.height - 60
const LOGO = 48

const INK = '#10201f'
const MUTED = '#5b6b6a'
const LINE = '#e4e8e8'
const OURS = '#0b7a6b'
const TONES = {
  ok: { color: '#167a3f', ground: '#e5f5ea' },
  warn: { color: '#8f5b00', ground: '#fdf2dc' },
  neutral: { color: '#5b6b6a', ground: '#eef1f1' },
} as const satisfies Record<PaperDocument['status']['tone'], { color: string; ground: string }>

const SMALL: Style = { size: 8, color: MUTED }
const TEXT: Style = { size: 9.5, color: INK }
const QUIET: Style = { size: 9.5, color: MUTED }
const STRONG: Style = { size: 10.5, weight: 700, color: INK }

/** Widths of the table's columns, left to right; the first takes the rest. */
const COLUMNS = { quantity: 40, price: 100, amount: 110 }
const ITEM_WIDTH = WIDTH - COLUMNS.quantity - COLUMNS.price - COLUMNS.amount

/** A receipt or an invoice on paper. @returns the PDF's bytes: some 20 KB, and the logo */
export async function drawDocument(paper: PaperDocument): Promise<Buffer> {
  const number = paper.facts[0]?.value ?? ''
  const doc = newPaper({ title: `${paper.title} ${number}`, author: paper.shop.name, subject: paper.title, locale: paper.locale, at: paper.at })
  const bytes = collect(doc)
  const pen = await openPen(doc, textsOf(paper), paper.scripts)
  const accent = accentShades(paper.shop.accent ?? OURS).light.accent
  const sheet = { pen, paper, accent, y: 0 }
  head(sheet)
  parties(sheet)
  table(sheet)
  totals(sheet)
  foot(sheet)
  pageNumbers(sheet)
  doc.end()
  return await bytes
}

type Sheet = { pen: Pen; paper: PaperDocument; accent: string; y: number }

function head(sheet: Sheet): void {
  const { pen, paper: { shop, title, status, testRibbon }, accent } = sheet
  pen.doc.rect(0, 0, PAGE.width, 6).fill(accent)
  sheet.y = 6
  if (testRibbon !== null) {
    pen.doc.rect(0, 6, PAGE.width, 22).fill(TONES.warn.ground)
    paragraph(sheet, testRibbon, { size: 9, weight: 700, color: TONES.warn.color }, { x: MARGIN, y: 11, width: WIDTH })
    sheet.y = 28
  }
  const top = sheet.y + 30
  if (shop.logo) pen.doc.image(shop.logo, MARGIN, top, { width: LOGO, height: LOGO })
  const left = MARGIN + (shop.logo ? LOGO + 14 : 0)
  const side = 150
  let y = paragraph(sheet, shop.name, { size: 15, weight: 700, color: INK }, { x: left, y: top, width: PAGE.width - MARGIN - side - 20 - left })
  for (const line of shop.lines) y = paragraph(sheet, line, SMALL, { x: left, y, width: PAGE.width - MARGIN - side - 20 - left })
  const right = PAGE.width - MARGIN - side
  const below = paragraph(sheet, title, { size: 20, weight: 700, color: accent }, { x: right, y: top - 3, width: side, align: 'right' })
  badge(sheet, status, below + 4)
  sheet.y = Math.max(y, below + 26, top + LOGO) + 22
}

function badge({ pen }: Sheet, { text, tone }: PaperDocument['status'], y: number): void {
  const style: Style = { size: 9, weight: 700, color: TONES[tone].color }
  const [line = []] = pen.linesOf(text, style, 150)
  const width = pen.widthOf(line, style) + 16
  pen.doc.roundedRect(PAGE.width - MARGIN - width, y, width, 18, 4).fill(TONES[tone].ground)
  pen.write(line, style, { x: PAGE.width - MARGIN - width + 8, y: y + 4 })
}

function parties(sheet: Sheet): void {
  const { paper: { customer, facts } } = sheet
  rule(sheet)
  const top = sheet.y + 14
  const half = WIDTH / 2 - 12
  let left = paragraph(sheet, customer.label, SMALL, { x: MARGIN, y: top, width: half }) + 2
  customer.lines.forEach((line, index) => {
    left = paragraph(sheet, line, index === 0 ? STRONG : QUIET, { x: MARGIN, y: left, width: half })
  })
  let right = top
  for (const { label, value } of facts) {
    const x = MARGIN + half + 24
    const under = paragraph(sheet, label, QUIET, { x, y: right, width: 90 })
    right = Math.max(under, paragraph(sheet, value, TEXT, { x: x + 90, y: right, width: half - 90, align: 'right' })) + 2
  }
  sheet.y = Math.max(left, right) + 22
}

function table(sheet: Sheet): void {
  const { pen, paper: { lines, columns } } = sheet
  const cells = (row: Record<keyof typeof columns, string>, style: Style, y: number): number =>
    Math.max(
      paragraph(sheet, row.item, style, { x: MARGIN, y, width: ITEM_WIDTH - 12 }),
      paragraph(sheet, row.quantity, style, { x: MARGIN + ITEM_WIDTH, y, width: COLUMNS.quantity, align: 'right' }),
      paragraph(sheet, row.price, style, { x: MARGIN + ITEM_WIDTH + COLUMNS.quantity, y, width: COLUMNS.price, align: 'right' }),
      paragraph(sheet, row.amount, style, { x: MARGIN + ITEM_WIDTH + COLUMNS.quantity + COLUMNS.price, y, width: COLUMNS.amount, align: 'right' }),
    )
  const heading = () => {
    sheet.y = cells(columns, { ...SMALL, weight: 700 }, sheet.y) + 4
    rule(sheet)
  }
  heading()
  for (const line of lines) {
    if (sheet.y + heightOf(line) > FOOT) {
      nextPage(sheet)
      heading()
    }
    let y = cells(line, TEXT, sheet.y + 8)
    if (line.detail) y = paragraph(sheet, line.detail, SMALL, { x: MARGIN, y, width: ITEM_WIDTH - 12 })
    sheet.y = y + 6
    rule(sheet)
  }

  function heightOf({ item, detail }: Line): number {
    return 14 + pen.linesOf(item, TEXT, ITEM_WIDTH - 12).length * leading(TEXT) + (detail ? leading(SMALL) : 0)
  }
}

function totals(sheet: Sheet): void {
  const { paper } = sheet
  sheet.y += 10
  for (const total of paper.totals) row(sheet, total)
  if (!paper.refunds) return
  const { heading, rows, rest } = paper.refunds
  room(sheet, 60)
  sheet.y = paragraph(sheet, heading, STRONG, { x: MARGIN, y: sheet.y + 14, width: WIDTH }) + 4
  for (const refund of rows) row(sheet, refund)
  row(sheet, rest)
}

/** A label on the left half's right, a number at the margin. */
function row(sheet: Sheet, { label, value, isStrong = false }: Total): void {
  room(sheet, 40)
  const style = isStrong ? STRONG : TEXT
  const under = paragraph(sheet, label, isStrong ? STRONG : QUIET, { x: MARGIN, y: sheet.y, width: WIDTH - 150 })
  sheet.y = Math.max(under, paragraph(sheet, value, style, { x: PAGE.width - MARGIN - 140, y: sheet.y, width: 140, align: 'right' })) + 4
}

function foot(sheet: Sheet): void {
  const { pen, paper: { notes, action, closing, unprintable }, accent } = sheet
  room(sheet, 120)
  sheet.y += 24
  for (const note of notes) sheet.y = paragraph(sheet, note, QUIET, { x: MARGIN, y: sheet.y, width: WIDTH }) + 8
  sheet.y = paragraph(sheet, action.label, QUIET, { x: MARGIN, y: sheet.y, width: WIDTH })
  const from = sheet.y
  sheet.y = paragraph(sheet, action.url, { ...TEXT, color: accent }, { x: MARGIN, y: sheet.y, width: WIDTH })
  pen.doc.link(MARGIN, from, WIDTH, sheet.y - from, action.url)
  if (closing !== null) sheet.y = paragraph(sheet, closing, STRONG, { x: MARGIN, y: sheet.y + 18, width: WIDTH })
  if (!pen.isComplete()) sheet.y = paragraph(sheet, unprintable, SMALL, { x: MARGIN, y: sheet.y + 12, width: WIDTH })
}

function pageNumbers({ pen, paper: { page } }: Sheet): void {
  const { count } = pen.doc.bufferedPageRange()
  if (count < 2) return
  for (let number = 1; number <= count; number += 1) {
    pen.doc.switchToPage(number - 1)
    const [line = []] = pen.linesOf(page(number, count), SMALL, WIDTH)
    pen.write(line, SMALL, { x: MARGIN, y: PAGE.height - 36, width: WIDTH, align: 'right' })
  }
}

/** @returns the y under it */
function paragraph({ pen }: Sheet, text: string, style: Style, { x, y, width, align = 'left' }: { x: number; y: number; width: number; align?: 'left' | 'right' }): number {
  const lines = pen.linesOf(text, style, width)
  lines.forEach((line, index) => pen.write(line, style, { x, y: y + index * leading(style), width, align }))
  return y + lines.length * leading(style)
}

function rule(sheet: Sheet): void {
  sheet.pen.doc.moveTo(MARGIN, sheet.y).lineTo(PAGE.width - MARGIN, sheet.y).lineWidth(0.75).stroke(LINE)
}

function room(sheet: Sheet, height: number): void {
  if (sheet.y + height > FOOT) nextPage(sheet)
}

function nextPage(sheet: Sheet): void {
  sheet.pen.doc.addPage()
  sheet.pen.doc.rect(0, 0, PAGE.width, 6).fill(sheet.accent)
  sheet.y = MARGIN
}

function textsOf({ title, status, shop, customer, facts, columns, lines, totals: sums, refunds, notes, action, closing, testRibbon }: PaperDocument): string[] {
  return [
    title, status.text, shop.name, ...shop.lines, customer.label, ...customer.lines, ...facts.flatMap(({ label, value }) => [label, value]), ...Object.values(columns),
    ...lines.flatMap(({ item, detail }) => [item, detail]), ...[...sums, ...(refunds ? [...refunds.rows, refunds.rest] : [])].flatMap(({ label, value }) => [label, value]),
    refunds?.heading ?? '', ...notes, action.label, closing ?? '', testRibbon ?? '',
  ]
}

async function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of doc) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
