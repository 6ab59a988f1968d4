import type { DroppedField, ReadContent } from '../start/read-content'

/** A template, ready to fill the create form now. */
export type LinkTemplateView = { id: string; name: string } & ReadContent

/** What became of a form that was kept: fields that could not be. */
export type KeptTemplate = { id: string; dropped: DroppedField[] }
