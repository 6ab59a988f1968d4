import { z } from 'zod'
import type { LinkEdit } from '@/lib/link/update-link'
import type { LinkRecord } from '@/lib/link/views'
import { totalOf } from '@/lib/link/total'
import type { Mode } from '@/lib/shop/mode'
import { methodsOf, methodsOfAnyMode } from './enabled-payments'
import { sumProblems } from './rules'
import { callbacksSchema, customFieldSchema, enabledPaymentsSchema, expirySchema, grossAmountSchema, itemsSchema, metadataSchema, titleSchema, usageLimitSchema } from './schema'
import { itemRests, itemsOf, periodOf, redirectsOf } from './wish-of'

/** What may be changed of a link. Ours, so strict: a field that cannot be changed is refused by name, not forgotten. */
export const updatePaymentLinkSchema = z
  .strictObject({
    title: titleSchema.nullish(),
    gross_amount: grossAmountSchema.optional(),
    item_details: itemsSchema.min(1).optional(),
    usage_limit: usageLimitSchema.nullish().meta({ description: 'How many customers may pay, not fewer than have paid or are paying. Null: any number.' }),
    expiry: expirySchema.nullish().meta({ description: 'Without a `start_time` it counts from now, or from the link’s start when that is still to come. Null: never expires.' }),
    enabled_payments: enabledPaymentsSchema.nullish(),
    callbacks: callbacksSchema.strict().nullish().meta({ description: 'Addresses that customers are sent to, all of them anew; null takes them away.' }),
    custom_field1: customFieldSchema(1).nullish(),
    custom_field2: customFieldSchema(2).nullish(),
    custom_field3: customFieldSchema(3).nullish(),
    metadata: metadataSchema.nullish(),
    status: z.enum(['active', 'paused']).optional().meta({ description: 'A paused link takes no new orders; those that are open can still be paid.', example: 'paused' }),
  })
  .superRefine(({ item_details, gross_amount, enabled_payments }, context) => {
    if (item_details) for (const message of sumProblems(item_details, gross_amount ?? null)) context.addIssue({ code: 'custom', message: message.replace('transaction_details.', '') })
    if (enabled_payments?.length && methodsOfAnyMode(enabled_payments).length === 0) context.addIssue({ code: 'custom', message: 'enabled_payments has no payment method that can be used here' })
  })
export type UpdatePaymentLink = z.output<typeof updatePaymentLinkSchema>

/** The change that a request asks for, of the link as it is at the moment. Null takes a value away, an absent field leaves it. */
export function editOf(body: UpdatePaymentLink, { mode, at }: { mode: Mode; at: Date }): (link: LinkRecord) => LinkEdit {
  const { title, gross_amount, item_details, usage_limit, expiry, enabled_payments, callbacks, metadata, status } = body
  const customFields = Object.fromEntries((['custom_field1', 'custom_field2', 'custom_field3'] as const).flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])))
  return (link) => {
    const items = itemsAsked(link)
    const period = expiry ? periodOf(expiry, link.startsAt && link.startsAt > at ? link.startsAt : at) : null
    const details = {
      ...(enabled_payments !== undefined && { enabled_payments: enabled_payments?.length ? enabled_payments : null }),
      ...(items && { item_details: itemRests(item_details) }),
      ...(expiry !== undefined && { expiry: period?.sent ?? null }),
      ...(callbacks !== undefined && { callbacks: null }),
    }
    return {
      ...(title !== undefined && { title: title || null }),
      ...(items && { items, currency: 'IDR' as const }),
      ...(usage_limit !== undefined && { usageLimit: usage_limit }),
      ...(expiry !== undefined && { period: { ...(period?.startsAt && { startsAt: period.startsAt }), expiresAt: period?.expiresAt ?? null } }),
      ...(enabled_payments !== undefined && { paymentMethods: methodsOf(enabled_payments ?? [], mode) }),
      ...(callbacks !== undefined && { redirects: redirectsOf(callbacks) }),
      ...(Object.keys(customFields).length > 0 && { customFields }),
      ...(metadata !== undefined && { metadata }),
      ...(Object.keys(details).length > 0 && { apiDetails: details }),
      ...(status !== undefined && { isPaused: status === 'paused' }),
    }
  }

  function itemsAsked(link: LinkRecord) {
    if (item_details) return itemsOf(item_details, { name: '', amount: 0 })
    // The amount alone: said again, it is no change; another one makes a link of one item.
    if (gross_amount === undefined || (!link.openAmount && gross_amount === totalOf(link.items))) return undefined
    return itemsOf(null, { name: (title ?? link.title) || link.orderId, amount: gross_amount })
  }
}
