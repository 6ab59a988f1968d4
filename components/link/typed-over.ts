import type { LinkDraft } from './link-draft'

/** A draft that was kept, with what somebody typed into the form before it was there: field by field, what was typed counts. */
export const typedOver = (kept: LinkDraft, typed: LinkDraft, opened: LinkDraft): LinkDraft => merged(kept, typed, opened) as LinkDraft

function merged(kept: unknown, typed: unknown, opened: unknown): unknown {
  if (JSON.stringify(typed) === JSON.stringify(opened)) return kept
  if (Array.isArray(kept) && Array.isArray(typed) && Array.isArray(opened) && typed.length === opened.length) {
    return Array.from({ length: Math.max(kept.length, typed.length) }, (_, place) => (place < typed.length ? merged(kept[place], typed[place], opened[place]) : kept[place]) as unknown)
  }
  if (isRecord(kept) && isRecord(typed) && isRecord(opened)) {
    return { ...kept, ...Object.fromEntries(Object.entries(typed).map(([field, value]) => [field, merged(kept[field], value, opened[field])])) }
  }
  return typed
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
