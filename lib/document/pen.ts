import 'server-only'
import PDFDocument from 'pdfkit'
import { fontFile, type Subset, type Weight } from './fonts'
import { printable, runsOf, UNITS, type Run, type ScriptNames } from './runs'

export type Style = { size: number; weight?: Weight; color: string }

export type Pen = {
  doc: PDFKit.PDFDocument
  /** Whether everything so far could be written, see {@link printable}. */
  isComplete: () => boolean
  /** Cuts text into lines that fit. Words break only when they are longer than a line. */
  linesOf: (text: string, style: Style, width: number) => Run[][]
  widthOf: (line: readonly Run[], style: Style) => number
  /** @param y the top of the line, points from the top of the page */
  write: (line: readonly Run[], style: Style, place: { x: number; y: number; width?: number; align?: 'left' | 'right' }) => void
}

/** Points from one line's top to the next one's. */
export const leading = ({ size }: Style): number => Math.round(size * 1.4)

/**
 * Writes mixed scripts on a PDF, each in the font that has it, which pdfkit by itself cannot: its text
 * knows one font at a time. Only the fonts that `texts` need are read. What no font has is named, and who copies
 * the name from the PDF gets what it stands for.
 * @param names of scripts, in the paper's language
 */
export async function openPen(doc: PDFKit.PDFDocument, texts: readonly string[], names: ScriptNames): Promise<Pen> {
  const subsets = new Set<Subset>(['latin', ...texts.flatMap((text) => runsOf(printable(text, names).text).map(({ subset }) => subset))])
  await Promise.all([...subsets].flatMap((subset) => ([400, 700] as const).map(async (weight) => doc.registerFont(fontName(subset, weight), await fontFile(subset, weight)))))
  let complete = true

  const choose = ({ subset }: Pick<Run, 'subset'>, { size, weight = 400 }: Style) => doc.font(fontName(subsets.has(subset) ? subset : 'latin', weight)).fontSize(size)
  const widthOf: Pen['widthOf'] = (line, style) => line.reduce((sum, run) => sum + choose(run, style).widthOfString(run.text), 0)
  const measure = (text: string, style: Style) => widthOf(runsOf(text), style)

  return {
    doc,
    isComplete: () => complete,
    widthOf,
    linesOf: (typed, style, width) => {
      const { text, isComplete } = printable(typed, names)
      complete &&= isComplete
      return cut(text, (part) => measure(part, style) <= width).map(runsOf)
    },
    write: (line, style, { x, y, width = 0, align = 'left' }) => {
      let left = align === 'right' ? x + width - widthOf(line, style) : x
      for (const run of line) {
        if (run.actual !== undefined) doc.markContent('Span', { actual: run.actual })
        choose(run, style).fillColor(style.color).text(run.text, left, y, { lineBreak: false })
        if (run.actual !== undefined) doc.endMarkedContent()
        left += choose(run, style).widthOfString(run.text)
      }
    },
  }
}

export function newPaper({ title, author, subject, locale, at }: { title: string; author: string; subject: string; locale: string; at: Date }): PDFKit.PDFDocument {
  return new PDFDocument({
    size: 'A4', margin: 0, bufferPages: true, lang: locale, displayTitle: true, pdfVersion: '1.7',
    info: { Title: title, Author: author, Subject: subject, Creator: 'Tautan', Producer: 'Tautan', CreationDate: at, ModDate: at },
  })
}

const fontName = (subset: Subset, weight: Weight): string => `${subset}-${weight}`

function cut(text: string, fits: (part: string) => boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (!fits(line)) {
      const head = longestFitting(line, fits)
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

/** At least one character (or name of some), or nothing would ever end. */
function longestFitting(word: string, fits: (part: string) => boolean): string {
  const characters = word.match(UNITS) ?? []
  let count = 1
  while (count < characters.length && fits(characters.slice(0, count + 1).join(''))) count += 1
  return characters.slice(0, count).join('')
}
