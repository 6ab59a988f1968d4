import { z } from 'zod'
import { MAX_AMOUNT } from '@/lib/money/money'
import { methodsOfAnyMode } from './enabled-payments'
import { methodProblems, openAmountFor, openAmountProblems, sumProblems } from './rules'
import {
  callbacksSchema, customerDetailsSchema, customFieldSchema, dynamicAmountSchema, enabledPaymentsSchema, expirySchema, itemsSchema,
  metadataSchema, titleSchema, transactionDetailsSchema, usageLimitSchema,
} from './schema'

const vaNumber = (bank: string) =>
  z.looseObject({}).nullish().meta({ description: `A ${bank} virtual account number of your own choice, \`va_number\`. Accepted and given back; the numbers are ours.`, example: { va_number: '1234567890' } })

const fields = z.looseObject({
  transaction_details: transactionDetailsSchema,
  payment_link_type: z.enum(['FIXED_AMOUNT', 'DYNAMIC_AMOUNT']).nullish().meta({ description: 'DYNAMIC_AMOUNT: the customer decides how much; `gross_amount` and `item_details` are then ignored. Absent: FIXED_AMOUNT.', example: 'FIXED_AMOUNT' }),
  dynamic_amount: dynamicAmountSchema.nullish(),
  item_details: itemsSchema.nullish(),
  customer_required: z.boolean().nullish().meta({ description: 'Whether an unnamed customer must say who they are: true, the fields of `customer_details_required_fields` (absent: name and phone); false, nothing. Absent: as on links of the dashboard, name and phone.' }),
  customer_details: customerDetailsSchema.nullish(),
  title: titleSchema.nullish(),
  usage_limit: usageLimitSchema.nullish(),
  expiry: expirySchema.nullish(),
  enabled_payments: enabledPaymentsSchema.nullish(),
  callbacks: callbacksSchema.nullish(),
  custom_field1: customFieldSchema(1).nullish(),
  custom_field2: customFieldSchema(2).nullish(),
  custom_field3: customFieldSchema(3).nullish(),
  metadata: metadataSchema.nullish(),
  credit_card: z.looseObject({}).nullish().meta({ description: 'Midtrans’ card settings (`secure`, `bank`, `channel`, `type`, `whitelist_bins`, `installment`). Accepted and given back; cards are always asked for 3-D Secure.', example: { secure: true } }),
  bca_va: vaNumber('BCA'),
  bni_va: vaNumber('BNI'),
  bri_va: vaNumber('BRI'),
  permata_va: vaNumber('Permata'),
  cimb_va: vaNumber('CIMB'),
  danamon_va: vaNumber('Danamon'),
  bsi_va: vaNumber('BSI'),
})

export type CreatePaymentLink = z.output<typeof fields>

/** The rules between fields are asked once each field is right by itself. */
const checked = fields.superRefine((body, context) => {
  for (const message of [...amountProblems(body), ...customerProblems(body)]) context.addIssue({ code: 'custom', message })
})

/**
 * A request to make a link. For DYNAMIC_AMOUNT what says a fixed amount is dropped unread: Midtrans
 * ignores it, whatever it is.
 */
export const createPaymentLinkSchema = z.preprocess((body) => {
  if (!isObject(body) || body['payment_link_type'] !== 'DYNAMIC_AMOUNT') return body
  const details = body['transaction_details']
  return { ...body, item_details: undefined, transaction_details: isObject(details) ? { ...details, gross_amount: undefined } : details }
}, checked)

function amountProblems({ transaction_details: { gross_amount }, payment_link_type, dynamic_amount, item_details, enabled_payments }: CreatePaymentLink): string[] {
  const enabled = enabled_payments ?? null
  if (payment_link_type === 'DYNAMIC_AMOUNT') {
    const open = openAmountFor(dynamic_amount ?? {}, methodsOfAnyMode(enabled ?? []))
    const wrong = openAmountProblems(open)
    return wrong.length > 0 ? wrong : methodProblems(enabled, open)
  }
  if (gross_amount === undefined || gross_amount === null) return ['transaction_details.gross_amount is required']
  // Told by its own field already; what follows from it would only confuse.
  if (!isAmount(gross_amount)) return []
  return [...(item_details?.length && item_details.every(({ quantity }) => quantity >= 1) ? sumProblems(item_details, gross_amount) : []), ...methodProblems(enabled, gross_amount)]
}

/** Midtrans: at least one of the three. */
function customerProblems({ customer_details: customer }: CreatePaymentLink): string[] {
  if (!customer || customer.first_name || customer.email || customer.phone) return []
  return customer.customer_details_required_fields && !customer.last_name ? [] : ['customer_details must have at least one of first_name, email and phone']
}

const isAmount = (value: number): boolean => value >= 1 && value <= MAX_AMOUNT

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
