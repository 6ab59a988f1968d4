import { FIELD_PATTERN, MESSAGE_FIELDS, type MessageField, type MessageValues } from './fields'

type Part = { text: string } | { field: MessageField; value: string }

/** Signs that stand around a word and around nothing else: `*bold*`, `(…)`. */
const PAIRS = ['**', '__', '~~', '()', '""', '“”']

/**
 * A message with its fields filled in. Each value is put in once and never read again, whatever
 * stands in it. What is not known leaves no trace: its spaces and brackets go, and a line that is
 * about nothing else goes as a whole (a greeting does without its name).
 */
export function fillMessage(body: string, values: MessageValues): string {
  const kept: string[] = []
  let isAfterGap = false
  for (const line of body.replaceAll('\r\n', '\n').split('\n')) {
    const parts = partsOf(line, values)
    if (isAboutNothing(parts)) {
      isAfterGap = true
      continue
    }
    const text = joined(parts)
    // The line that is gone stood between two empty ones: one is enough.
    if (isAfterGap && text.trim() === '' && (kept.at(-1) ?? '').trim() === '') continue
    isAfterGap &&= text.trim() === ''
    kept.push(text)
  }
  return kept.join('\n').trim()
}

function partsOf(line: string, values: MessageValues): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const match of line.matchAll(FIELD_PATTERN)) {
    const field = MESSAGE_FIELDS.find((known) => known === match[1])
    if (!field) continue
    parts.push({ text: line.slice(end, match.index) }, { field, value: (values[field] ?? '').trim() })
    end = match.index + match[0].length
  }
  return [...parts, { text: line.slice(end) }]
}

function isAboutNothing(parts: readonly Part[]): boolean {
  const subjects = parts.flatMap((part) => ('field' in part && part.field !== 'name' ? [part.value] : []))
  if (subjects.length > 0) return subjects.every((value) => value === '')
  // Only a name, and nothing beside it.
  return parts.length > 1 && joined(parts).trim() === ''
}

function joined(parts: readonly Part[]): string {
  let line = ''
  let isAfterNothing = false
  for (const part of parts) {
    if (!('text' in part)) {
      if (part.value === '') isAfterNothing = true
      else {
        line += part.value
        isAfterNothing = false
      }
      continue
    }
    let { text } = part
    if (isAfterNothing && text !== '') {
      if (PAIRS.includes(line.slice(-1) + text.slice(0, 1))) [line, text] = [line.slice(0, -1), text.slice(1)]
      if (/^[,.!?:;]/.test(text)) line = line.trimEnd()
      else if (line === '' || /\s$/.test(line)) text = text.trimStart()
      isAfterNothing = text === ''
    }
    line += text
  }
  return isAfterNothing ? line.trimEnd() : line
}
