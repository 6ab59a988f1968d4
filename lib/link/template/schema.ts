import { z } from 'zod'
import { line } from '@/lib/platform/text'

/** As many as can be looked through. */
export const MAX_TEMPLATES = 50

export const templateName = line({ max: 50, required: true })
const id = z.uuid({ error: 'unknownField' })

/** A form as it stands on the screen, finished or not: read leniently, so that nothing in it can be refused. */
const content = z.record(z.string().max(40), z.unknown(), { error: 'unknownField' })

export const saveTemplateSchema = z.strictObject({ name: templateName, content })
export const saveTemplateOfLinkSchema = z.strictObject({ name: templateName, linkId: id })
export const renameTemplateSchema = z.strictObject({ id, name: templateName })
export const updateTemplateSchema = z.strictObject({ id, content })
export const templateIdSchema = z.strictObject({ id })
