/** The messages that a seller sends by hand, on WhatsApp: a link, then what becomes of an order. */
export const MESSAGE_KINDS = ['offer', 'remind', 'received', 'rejected', 'shipped'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** What may stand in a message as `{name}`; every other word in braces is a mistake. */
export const MESSAGE_FIELDS = ['name', 'shop', 'item', 'amount', 'link', 'order', 'deadline', 'reason'] as const
export type MessageField = (typeof MESSAGE_FIELDS)[number]

/** Blank or missing: nothing is known, and the message does without. */
export type MessageValues = { [Field in MessageField]?: string | null | undefined }

/** What is known when a message is sent: a link that nobody ordered from has no order ID, only a rejection has a reason. */
export const FIELDS_OF = {
  offer: ['name', 'shop', 'item', 'amount', 'link', 'deadline'],
  remind: ['name', 'shop', 'item', 'amount', 'link', 'order', 'deadline'],
  received: ['name', 'shop', 'item', 'amount', 'link', 'order'],
  rejected: ['name', 'shop', 'item', 'amount', 'link', 'order', 'deadline', 'reason'],
  shipped: ['name', 'shop', 'item', 'amount', 'link', 'order'],
} as const satisfies Record<MessageKind, readonly MessageField[]>

/** Words in braces: {@link fillMessage} and the check at saving read the same ones. */
export const FIELD_PATTERN = /\{([^{}\n]*)\}/g

/** Words in braces that this message has no value for, each once, as they were typed. */
export function unknownFields(kind: MessageKind, body: string): string[] {
  const known: readonly string[] = FIELDS_OF[kind]
  return [...new Set([...body.matchAll(FIELD_PATTERN)].map(([, word = '']) => word).filter((word) => !known.includes(word)))]
}

/** What people write instead, in either language. */
const OTHER_WORDS: Record<string, MessageField> = {
  nama: 'name', pembeli: 'name', pelanggan: 'name', customer: 'name', buyer: 'name', toko: 'shop', store: 'shop', barang: 'item', produk: 'item', product: 'item',
  nominal: 'amount', jumlah: 'amount', total: 'amount', harga: 'amount', price: 'amount', url: 'link', tautan: 'link', pesanan: 'order', orderid: 'order',
  batas: 'deadline', batas_waktu: 'deadline', tenggat: 'deadline', expiry: 'deadline', alasan: 'reason',
}

/** The field that was probably meant: another word for it, another case, or one or two letters astray; null for none of them. */
export function nearestField(kind: MessageKind, word: string): MessageField | null {
  const typed = word.trim().toLowerCase()
  const known: readonly MessageField[] = FIELDS_OF[kind]
  const translated = Object.hasOwn(OTHER_WORDS, typed) ? OTHER_WORDS[typed] : undefined
  if (translated && known.includes(translated)) return translated
  if (typed.length > 20) return null
  const [nearest] = known.map((field) => ({ field, steps: distance(typed, field) })).sort((a, b) => a.steps - b.steps)
  return nearest && nearest.steps <= Math.min(2, nearest.field.length - 2) ? nearest.field : null
}

/** Levenshtein's distance: letters to put in, leave out or change. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
