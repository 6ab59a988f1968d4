import { z } from 'zod'
import { MAX_NOTES } from '@/lib/link/fields'
import { line } from '@/lib/platform/text'

export const CHANNELS = ['email', 'sms'] as const
export type Channel = (typeof CHANNELS)[number]

export const LINK_MESSAGE_STATES = ['scheduled', 'pending', 'sent', 'kept', 'failed', 'cancelled'] as const
export type LinkMessageState = (typeof LINK_MESSAGE_STATES)[number]

/** What a browser's `datetime-local` field gives: a wall-clock time in the shop's time zone. Empty: now. */
const wallClock = z.string({ error: 'dateTime' }).regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?)?$/, 'dateTime')
const chosenTime = wallClock.refine((value) => value !== '', 'required')

/** How a new link reaches its customer, as the form says it. */
export const sendingSchema = z.strictObject({
  email: z.boolean({ error: 'unknownField' }),
  sms: z.boolean({ error: 'unknownField' }),
  /** Null: now. */
  at: z.nullable(chosenTime),
})

const id = z.uuid({ error: 'unknownField' })

export const linkMessageIdSchema = z.strictObject({ id })
export const linkOfMessagesSchema = z.strictObject({ linkId: id })
export const sendLinkSchema = z.strictObject({ linkId: id, channel: z.enum(CHANNELS, { error: 'unknownField' }), at: wallClock })
export const rescheduleSchema = z.strictObject({ id, at: chosenTime })
/** The links of one page of the list. */
export const signsSchema = z.strictObject({ linkIds: z.array(id).max(100) })

/** A name and a text; a row that was added and left empty is none. */
const noteSchema = z.strictObject({ key: line({ max: 40 }), value: line({ max: 255 }) }).superRefine((note, context) => {
  if ((note.key === '') === (note.value === '')) return
  context.addIssue({ code: 'custom', path: [note.key === '' ? 'key' : 'value'], message: 'required' })
})

/** A link's internal notes: never shown to customers. Each key once. */
export const notesSchema = z
  .array(noteSchema)
  .max(MAX_NOTES, 'tooManyNotes')
  .superRefine((notes, context) => {
    const keyOf = ({ key }: { key: string }) => key.toLowerCase()
    notes.forEach((note, index) => {
      if (note.key !== '' && notes.findIndex((other) => keyOf(other) === keyOf(note)) < index) context.addIssue({ code: 'custom', path: [index, 'key'], message: 'noteTwice' })
    })
  })
  .transform((notes) => notes.filter(({ key }) => key !== ''))

export type InternalNote = z.output<typeof noteSchema>
export const saveNotesSchema = z.strictObject({ linkId: id, notes: notesSchema })
