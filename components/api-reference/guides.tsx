import type { ReactNode } from 'react'
import { DIFFERENCES } from '@/lib/api/reference/differences'
import { MIDTRANS_CLIENT, STRIP_SUFFIX, VERIFY_SIGNATURE } from '@/lib/api/reference/guides'
import { CodeBlock } from './code-block'
import { Inline, Prose } from './prose'
import { Samples } from './samples'
import { useWords } from './use-words'

/** The chapters before the operations, in their order. */
export const GUIDES = [
  { id: 'introduction', title: 'Introduction', words: 'base url midtrans client quick start' },
  { id: 'authentication', title: 'Keys and authentication', words: 'server key basic test live scopes 401 403' },
  { id: 'errors', title: 'Errors', words: 'error_messages status_code validation' },
  { id: 'idempotency', title: 'Idempotency-Key', words: 'retry repeat twice 409 202' },
  { id: 'limits', title: 'Limits', words: 'rate 429 retry-after size 413 16 kb' },
  { id: 'order-ids', title: 'Order IDs of transactions', words: 'suffix hyphen strip' },
  { id: 'notifications', title: 'Notifications', words: 'webhook signature_key verify' },
  { id: 'redirects', title: 'Redirects', words: 'finish unfinish error callbacks' },
  { id: 'differences', title: 'Differences from Midtrans', words: 'compatible migrate' },
] as const

export function Guides({ baseUrl }: { baseUrl: string }) {
  const { samples: words } = useWords()
  return (
    <>
      <Guide at={0}>
        <Prose>{`Make payment links, follow their orders, give money back. The base URL is \`${baseUrl}\`; requests and answers are JSON in UTF-8.

What was written for Midtrans' Payment Link API and Core API works here: point it to this base URL and give it a key of this shop. The official library for Node needs one line:`}</Prose>
        <CodeBlock label="midtrans-client" {...words}>{MIDTRANS_CLIENT(baseUrl)}</CodeBlock>
        <p>
          The same facts for machines: <a href="/openapi.json" className="font-semibold text-accent underline">OpenAPI 3.1</a>.
        </p>
      </Guide>
      <Guide at={1}>
        <Prose>{`HTTP Basic authentication: the server key is the user, the password is empty. Keys are made in *Settings → Developers*. \`SB-Tautan-server-…\` is a key of test mode, where no money moves; \`Tautan-server-…\` one of live mode. Each sees the data of its own mode only.

A key may have the scopes \`read\` (look), \`write\` (make and change) and \`refund\` (send money back). One that lacks the scope of an operation is answered 403; one that does not exist, was revoked or has expired 401. Keep keys on your server: who has one is your shop.`.replaceAll('*', '')}</Prose>
        <CodeBlock label="Authorization" {...words}>{`Authorization: Basic base64("YOUR_SERVER_KEY:")`}</CodeBlock>
      </Guide>
      <Guide at={2}>
        <Prose>{'Payment links (`/v1`) answer with a list of sentences; every sentence names its field, and all are told at once. Only 401 has a text instead of a list, as in the API this one follows.'}</Prose>
        <CodeBlock label="Error of a payment link" {...words}>{JSON.stringify({ error_messages: ['transaction_details.order_id is required', 'usage_limit must be at least 1'] }, null, 2)}</CodeBlock>
        <Prose>{'Transactions (`/v2`) answer with a code and a message, texts both. A transaction that has expired is told with HTTP 200 and `"status_code": "407"`: that is about the payment, not about your request.'}</Prose>
        <CodeBlock label="Error of a transaction" {...words}>{JSON.stringify({ status_code: '404', status_message: "Transaction doesn't exist.", id: '0ba0c5a1-5d3f-4d52-9f4e-6f8ad1b8f7c1' }, null, 2)}</CodeBlock>
        <Prose>{'What belongs to another merchant is answered exactly like what does not exist: 404. 500 is our fault and tells nothing of the inside; 503 comes with `Retry-After`, and nothing was changed.'}</Prose>
      </Guide>
      <Guide at={3}>
        <Prose>{'Every POST takes the header `Idempotency-Key`: 1 to 255 visible ASCII characters of your choice. Send a request again with the same key after a lost answer, and it is done once:\n\nThe same key and the same request (path, body, notification headers) answer the same bytes for 24 hours, with `Idempotent-Replayed: true`. The same key with another request answers 409. While the first is still at work, the others get 202. A key belongs to your shop, its mode and the operation.\n\nOnly success is remembered: a request that was refused may be mended and sent again with the same key. The answer is stored together with what it tells of, so that a crash in between leaves both or neither.'}</Prose>
      </Guide>
      <Guide at={4}>
        <Prose>{'A request body may have 16 KB (413). A key may be used 1,200 times a minute unless whoever runs this server chose another number; beyond that 429 says in `Retry-After` how many seconds to wait.'}</Prose>
      </Guide>
      <Guide at={5}>
        <Prose>{'Every attempt of a customer to pay is a transaction of its own. Its `order_id` is the one of the link, a hyphen and 13 digits: `order-101-1763614800000`. The operations on links take the order ID of the link; those on transactions, notifications and redirects the long one (or `transaction_id`).\n\nTo get your own order ID back, cut after the LAST hyphen, since yours may have some too. Or send it as `custom_field1`, which comes back as it is.'}</Prose>
        <Samples title="Order ID of the link" samples={STRIP_SUFFIX} words={words} />
      </Guide>
      <Guide at={6}>
        <Prose>{'Every change of an order is posted to your addresses (*Settings → Webhooks*, or the headers `X-Append-Notification` and `X-Override-Notification` when the link is made) with the body of Midtrans\' notifications; its fields are under `webhooks` of the OpenAPI document. It comes at least once and perhaps out of order, so do not let a late `pending` undo a `settlement`. Answer 2xx within 15 seconds and work afterwards.\n\nAnybody can post to your address. Believe a body only when its `signature_key` is the SHA-512 of `order_id`, `status_code`, `gross_amount` and your server key, one behind the other, the texts exactly as they came:'.replaceAll('*', '')}</Prose>
        <Samples title="Is the notification genuine?" samples={VERIFY_SIGNATURE} words={words} />
        <Prose>{'Paid is: the signature is right, `status_code` is `200`, and `transaction_status` is `settlement` (or `capture`). When in doubt, ask for the status of the transaction.'}</Prose>
      </Guide>
      <Guide at={7}>
        <Prose>{'`callbacks.finish`, `unfinish` and `error` (or the addresses of the shop) say where the customer goes from the payment page. `order_id`, `status_code` and `transaction_status` are added to the query that the address has already. They are hints for what your page says, never proof of a payment: anybody can type them. Addresses begin with https, except on the machine itself during development.'}</Prose>
      </Guide>
      <Guide at={8}>
        <Prose>{'Where the documentation of Midtrans is silent or says two things, this is what happens here; and where this API knowingly does something else.'}</Prose>
        <dl className="divide-y rounded-md border bg-card">
          {DIFFERENCES.map(({ point, here }) => (
            <div key={point} className="gap-4 px-3 py-2.5 md:grid md:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
              <dt className="font-semibold"><Inline>{point}</Inline></dt>
              <dd className="min-w-0 text-muted wrap-anywhere"><Inline>{here}</Inline></dd>
            </div>
          ))}
        </dl>
      </Guide>
    </>
  )
}

function Guide({ at, children }: { at: number; children: ReactNode }) {
  const guide = GUIDES[at]
  if (!guide) return null
  return (
    <section id={guide.id} aria-labelledby={`${guide.id}-title`} className="max-w-3xl scroll-mt-20 space-y-3 py-6 text-sm md:scroll-mt-6">
      <h2 id={`${guide.id}-title`} className="text-lg font-semibold">{guide.title}</h2>
      {children}
    </section>
  )
}
