import { ChatCustomer } from './chat-customer'
import { isOrdering, readItem, type ChatItem, type ItemReading } from './chat-item'
import { isSumLike, labelOf, type ChatLabel, type Labelled } from './chat-labels'
import { onlyMoney } from './chat-money'
import { isAddressLike, isGreeting, isNameLike, phoneIn, withoutPoliteEnd } from './chat-people'
import { clausesOf, isJoined, partsOf, segmentsOf, type ChatSegment } from './chat-segments'
import { settleDoubts } from './chat-sum'
import { amountOf, ChatSums } from './chat-sums'

/** What an order text was understood to say. Every amount stands in the text itself, in whole rupiah. */
export type ChatReading = {
  items: ChatItem[]
  shipping: number | null
  discount: number | null
  /** What it says that everything costs. */
  total: number | null
  customer: { name: string; phone: string; email: string; address: string; notes: string }
  /** Items whose price was taken as of one piece, though it may be of all; and those whose own sum is wrong. */
  doubts: string[]
  /** Parts that nothing was made of, as they were typed. */
  leftovers: string[]
}

/** A label that goes on in the lines below it. */
type Context = 'address' | 'items' | 'notes' | null

const MAX_ITEMS = 50

const SUMS: readonly ChatLabel[] = ['shipping', 'discount', 'total']

/** "Alamat masih sama ya": where, somebody else knows. */
const AS_BEFORE = /^(?:(?:masih|tetap|tetep|yang|yg|kayak|seperti)\s+)*(?:sama|biasa|kemarin|kmrn|dulu|tadi|nanti|menyusul|nyusul|lengkapnya|di atas|same|as before)(?!\p{L})/iu

/** A label that says what its value is, and the value is none: it is told, not put into an address. */
const NEVER_ADDRESS: readonly ChatLabel[] = ['phone', 'email', 'price', 'quantity', 'total', 'shipping', 'discount', 'subtotal']

const FREE = /^(?:gratis|free|bebas)[\s\p{L}]{0,20}$/iu

/**
 * Reads an order as it is typed in a chat, by rules alone: who, where, what, for how much. It takes
 * what it is sure of and tells the rest; somebody looks it over before anything is made of it.
 */
export function parseChat(chat: string): ChatReading {
  return new ChatReader().read(chat)
}

class ChatReader {
  private items: ItemReading[] = []
  private sums = new ChatSums()
  private customer = new ChatCustomer()
  private leftovers: string[] = []
  private context: Context = null
  /** What the line before said, while nothing was made of it: a price below may be its. */
  private loose: string | null = null
  /** The thing that was named last, without a price so far. */
  private openItem: ItemReading | null = null

  read(chat: string): ChatReading {
    const { segments, senders } = segmentsOf(chat)
    for (const segment of segments) this.take(segment)
    this.leftovers.push(...this.customer.settleNames(senders))
    const items = settleDoubts(this.items, this.sums.known)
    return {
      items: items.map(({ name, quantity, price }) => ({ name, quantity, price })),
      ...this.sums.known,
      customer: this.customer.known,
      doubts: items.filter(({ isDoubtful, mismatch }) => isDoubtful || mismatch).map(({ name }) => name),
      leftovers: this.leftovers,
    }
  }

  private take({ text, isNew }: ChatSegment): void {
    const above = isNew ? null : this.loose
    this.loose = null
    if (isNew && !(this.context === 'address' && this.customer.known.address === '')) this.context = null
    const labelled = labelOf(text)
    if (labelled && this.takeLabelled(labelled, above)) return
    if (isGreeting(text)) return
    if (labelled && !labelled.isSpoken && NEVER_ADDRESS.includes(labelled.label)) return this.leave(text)
    if (this.takePriceBelow(text, { above, isNew })) return
    if (this.customer.takePerson(text)) return
    if (this.takeItems(text)) {
      this.customer.mark('other')
      if (this.context === 'address') this.context = null
      return
    }
    if (this.takeClauses(text)) return
    if (this.context === 'address' || (this.customer.known.address === '' && isAddressLike(text))) {
      this.customer.add('address', text)
      this.context = 'address'
      this.customer.mark('person')
    } else if (this.context === 'notes') this.customer.add('notes', text)
    else if (isAddressLike(text)) this.customer.add('address', text)
    else if (isNameLike(text)) {
      this.customer.takeNameless(text)
      this.loose = text
    } else {
      this.leave(text)
      this.loose = text
    }
  }

  /** One line that says everything: "pesen 2 brownies ya, kirim ke Jl. Merpati 7, atas nama Dewi 0812…". */
  private takeClauses(text: string): boolean {
    if (this.context === 'address') return false
    const clauses = clausesOf(text)
    const isTelling = (clause: string) => {
      const labelled = labelOf(clause)
      if (labelled && ['name', 'address'].includes(labelled.label) && labelled.value !== '') return true
      if (labelled && SUMS.includes(labelled.label) && onlyMoney(labelled.value) !== null) return true
      return phoneIn(clause) !== null || (!isSumLike(clause) && readItem(clause)?.isStrong === true)
    }
    if (clauses.length < 2 || isAddressLike(text) || !clauses.some(isTelling)) return false
    for (const clause of clauses) this.take({ text: clause, isNew: false })
    this.context = null
    return true
  }

  /** A price on a line of its own is that of the thing above it. */
  private takePriceBelow(text: string, { above, isNew }: { above: string | null; isNew: boolean }): boolean {
    const amount = isNew ? null : onlyMoney(text)
    // "35rb semua" is no price of one, and "75" alone may be anything.
    if (amount === null || !/\p{L}|[.,]\d{3}/u.test(text) || /(?<!\p{L})(?:semua|semuanya|total|jadi|all)(?!\p{L})/iu.test(text)) return false
    const item = above === null ? this.openItem : this.takeLoose(above)
    if (!item || item.price !== null) return false
    item.price = amount
    item.isDoubtful = item.quantity > 1
    this.openItem = null
    return true
  }

  /** Makes a thing of what nothing was made of so far; null when it is a person's name, or says nothing that is sold. */
  private takeLoose(text: string): ItemReading | null {
    const item = this.items.length < MAX_ITEMS ? readItem(text, { isExpected: true }) : null
    const wasName = item && this.customer.dropNameless(text)
    if (!item || wasName === false) return null
    if (wasName === null) {
      if (this.leftovers.at(-1) !== text) return null
      this.leftovers.pop()
    }
    this.items.push(item)
    this.customer.mark('other')
    return item
  }

  /** @returns false for a label whose value is none of its kind */
  private takeLabelled({ label, word, typed, value, isSpoken }: Labelled, above: string | null = null): boolean {
    if (value === '') {
      if (isSpoken) return false
      this.context = label === 'address' || label === 'items' || label === 'notes' ? label : null
      return true
    }
    // "Kemeja flanel" with "Jumlah: 2" below it.
    if (above !== null && (label === 'quantity' || label === 'price')) this.takeLoose(above)
    const isTaken = this.takeValue(label, { word, typed, value, isSpoken })
    if (isTaken) this.context = label === 'address' || label === 'items' || label === 'notes' ? label : null
    return isTaken
  }

  private takeValue(label: ChatLabel, { word, typed, value, isSpoken }: Omit<Labelled, 'label'>): boolean {
    const amount = onlyMoney(value)
    const last = this.items.at(-1)
    switch (label) {
      case 'shipping':
        return FREE.test(value) || this.sums.take(label, value)
      case 'discount':
        return this.sums.take(label, value)
      case 'total':
        return this.sums.know('total', amount)
      case 'subtotal':
        return amount !== null
      case 'name':
        if (isSpoken && !isNameLike(phoneIn(value)?.rest ?? value)) return false
        return this.customer.takeLabelledName(value)
      case 'phone':
        return this.customer.takePerson(value) && this.customer.known.phone !== ''
      case 'email':
        return this.customer.takePerson(value)
      case 'postcode':
        return this.customer.add('address', `${typed} ${value}`)
      case 'address':
        if (isSpoken && AS_BEFORE.test(value)) return false
        this.customer.mark('person')
        return this.customer.takeAddress(/^(?:kel|kec|kab|kota|prov|rt|patokan|landmark)/.test(word) ? `${typed} ${value}` : withoutPoliteEnd(value))
      case 'notes':
        if (isSpoken) return false
        return this.customer.add('notes', /^(?:catatan|cat|notes?|ket|keterangan|remarks?|message)$/.test(word) ? value : `${word}: ${value}`)
      case 'items':
        return this.takeItems(value, word !== 'pesan') || (word === 'pesan' && this.customer.add('notes', value))
      case 'quantity': {
        const count = /^(\d{1,4})(?:\s*\p{L}{1,10})?$/u.exec(value)
        if (!count) return this.sums.know('total', amount)
        if (last?.quantity !== 1 || Number(count[1]) === 0) return false
        last.quantity = Number(count[1])
        last.isDoubtful = last.price !== null && last.quantity > 1
        if (last.price === null) this.openItem = last
        return true
      }
      case 'price':
        if (!last || last.price !== null || amount === null) return false
        last.price = amount
        return true
      case 'variant':
        if (!last || value.length > 30) return false
        last.name = [...`${last.name} ${value}`].slice(0, 50).join('')
        return true
    }
  }

  private takeItems(text: string, isLabelled = false): boolean {
    const isExpected = isLabelled || this.context === 'items'
    const parts = partsOf(text)
    const isOrdered = isOrdering(text)
    const readings = parts.map((part) => this.readPart(part, { isExpected, isOrdered }))
    const understood = readings.filter((reading) => reading !== null).length
    if (parts.length > 1 && (understood === parts.length || understood > 1 || (understood === 1 && parts.every((part, index) => readings[index] || isGreeting(part) || (isJoined(text) && /(?<![\p{L}\d.])\d{1,2}(?![\p{L}\d.])/u.test(part)))))) {
      // What is between and after the things may be where to, or for whom.
      readings.forEach((take, index) => (take ? take() : this.take({ text: parts[index] ?? '', isNew: false })))
      return true
    }
    const whole = this.readPart(text, { isExpected, isOrdered })
    whole?.()
    return whole !== null
  }

  /** What a part would add; null when it is neither a thing nor a sum. */
  private readPart(text: string, { isExpected, isOrdered }: { isExpected: boolean; isOrdered: boolean }): (() => unknown) | null {
    const labelled = labelOf(text)
    if (labelled && SUMS.includes(labelled.label) && (amountOf(labelled) !== null || FREE.test(labelled.value))) return () => this.takeLabelled(labelled)
    if (isSumLike(text)) return null
    if (labelled && !labelled.isSpoken && !isExpected) return null
    if (phoneIn(text) || this.items.length >= MAX_ITEMS || isAddressLike(text)) return null
    const item = readItem(text, { isExpected, isOrdered })
    // In an address numbers are of houses and post offices: only what says that it is for sale counts.
    if (!item || (this.context === 'address' && !item.isStrong && !/^\d{1,2}\s+\p{L}/u.test(text))) return null
    return () => {
      this.items.push(item)
      this.openItem = item.price === null ? item : null
    }
  }

  private leave(text: string): void {
    this.leftovers.push(text)
    this.customer.mark('other')
  }
}
