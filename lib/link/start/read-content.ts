import { beside } from '@/lib/money/typed-money'
import { MAX_ITEMS } from '../fields'
import { itemSchema, pricesInCurrency } from '../schema'
import type { ContentField, LinkContent, WholeContent } from './content'
import { CONTENT_FIELDS, CONTENT_SHAPE } from './schema'

/** A field that did not fit, by its name in the form; `other` for one that the form has not. */
export type DroppedField = ContentField | 'other'

export type ReadContent = { content: LinkContent; dropped: DroppedField[] }

/**
 * What is kept of a form, read with the create form's own rules, one field at a time: what an older or newer
 * version wrote, or what was never finished, costs that field and not the rest. Never fails.
 */
export function readContent(stored: unknown): ReadContent {
  const fields = stored && typeof stored === 'object' && !Array.isArray(stored) ? (stored as Record<string, unknown>) : {}
  const priced = pricesInCurrency(fields) as Record<string, unknown>
  const content: Record<string, unknown> = {}
  const dropped: DroppedField[] = []
  for (const field of CONTENT_FIELDS) {
    if (fields[field] === undefined) continue
    if (field === 'items') {
      const { items, isWhole } = readItems(fields[field], fields['currency'])
      if (items.length > 0) content[field] = items
      if (!isWhole) dropped.push(field)
    } else if (CONTENT_SHAPE[field].safeParse(priced[field]).success) content[field] = fields[field]
    else dropped.push(field)
  }
  if (Object.keys(fields).some((field) => !CONTENT_FIELDS.some((known) => known === field))) dropped.push('other')
  return { content, dropped }
}

/** Rows may be half filled: their rules hold once a link is made of them. */
function readItems(stored: unknown, currency: unknown): { items: WholeContent['items']; isWhole: boolean } {
  if (!Array.isArray(stored)) return { items: [], isWhole: false }
  let isWhole = stored.length <= MAX_ITEMS
  const read = (field: 'name' | 'price' | 'quantity', value: unknown, blank: string): string => {
    const text = typeof value === 'number' ? String(value) : value
    if (text === undefined || text === '') return blank
    if (typeof text === 'string' && itemSchema.shape[field].safeParse(field === 'price' ? beside(text, currency) : text).success) return text
    isWhole = false
    return blank
  }
  const items = stored.slice(0, MAX_ITEMS).map((row: unknown) => {
    const { name, price, quantity } = (row && typeof row === 'object' ? row : {}) as Record<string, unknown>
    return { name: read('name', name, ''), price: read('price', price, ''), quantity: read('quantity', quantity, '1') }
  })
  return { items, isWhole }
}
