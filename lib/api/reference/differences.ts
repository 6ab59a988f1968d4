/** Where Midtrans' documentation is silent or says two things, and where this API knowingly differs. */

export type Difference = { point: string; here: string }

export const DIFFERENCES: readonly Difference[] = [
  { point: '`usage_limit` that is not sent', here: '`1`, as Midtrans\' own form begins.' },
  { point: '`customer_required` that is not sent', here: 'The customer tells name and phone. `true` without a list of fields asks for the same; `false` asks for nothing.' },
  { point: 'The longest `order_id`', here: '50 characters. Orders are called this with `-` and 13 digits behind, up to 64.' },
  { point: 'Text of a sum that does not match', here: '`transaction_details.gross_amount must be equal to the sum of item_details (price × quantity): it is …, the sum is …`, with 400.' },
  { point: 'Body of 404 for links', here: '`{"error_messages": ["…"]}`, as with the other errors. A link of another merchant, or of the other mode, answers the same.' },
  { point: 'HTTP status of errors under `/v2`', here: 'The same as `status_code` of the body, except 407 and 202, which are about the payment and come with HTTP 200.' },
  { point: 'Usage after a refund', here: 'A use is not given back. Cancelling, denying and expiry give a held place back.' },
  { point: 'Orders that are pending when their link is deleted', here: 'They can still be paid until their own time is over. Nobody can begin a new one.' },
  { point: 'IDs of a deleted link', here: 'They stay taken, for ever.' },
  { point: 'A link that is deleted twice', here: '404 the second time.' },
  { point: 'Wording of closed pages', here: 'The page says why it is closed (expired, used up, paused, removed, not yet open) and how to reach the shop.' },
  { point: 'HTTP 202', here: 'Only while the first request with the same `Idempotency-Key` is being worked on.' },
  { point: '`Idempotency-Key`', here: '1 to 255 characters instead of 46; 24 hours instead of 5 minutes; per merchant, mode and operation instead of global; another request with the same key is refused with 409 instead of getting a stranger\'s answer.' },
  { point: 'Rate limit', here: 'Per server key and minute, set by whoever runs this server (1,200 unless they changed it), with `Retry-After`.' },
  { point: 'Sending a notification again', here: 'Possible in the dashboard: one, or all since a time.' },
  { point: '`payment_link_id` in notifications', here: 'Not sent. `order_id` up to its last hyphen names the link.' },
  { point: 'Card payments', here: 'Paid is `settlement` at once; there is no `capture` a day before it. `approve` and `deny` answer 412, since nothing is challenged.' },
  { point: 'Refund of a paid transaction', here: 'Possible wherever the method can send money back; one notification for each refund.' },
  { point: '`cancel` and `expire` sent twice', here: 'The second answers as the first, so that a lost answer does no harm; Midtrans answers 412.' },
  { point: 'Methods that are not offered here', here: 'Accepted in `enabled_payments` and given back. When none is left that can be used, the request is refused.' },
  { point: '`title`', here: 'At most 40 characters: Midtrans\' type says 255, its text 40.' },
  { point: '`expiry.unit`, `expiry.start_time`, item IDs', here: '`day` and `days`, with and without seconds, `id` and `item_id`: all are understood.' },
  { point: 'More than Midtrans has', here: 'Listing and searching links, changing them with PATCH, QR codes, scoped keys, and this reference made of what the server checks.' },
]
