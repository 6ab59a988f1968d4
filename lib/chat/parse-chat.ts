import { labelOf, type ChatLabel, type Labelled } from './chat-labels'
import { readItem, type ChatItem, type ItemReading } from './chat-item'
import { onlyMoney } from './chat-money'
import { emailIn, isAddressLike, isGreeting, isNameLike, phoneIn } from './chat-people'
import { partsOf, segmentsOf, type ChatSegment } from './chat-segments'
import { settleDoubts } from './chat-sum'

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
  private known = { shipping: null as number | null, discount: null as number | null, total: null as number | null }
  private customer = { name: '', phone: '', email: '', address: '', notes: '' }
  private leftovers: string[] = []
  private context: Context = null
  /** Unlabelled parts that could be a name, with whether a person's detail stands right before or after. */
  private nameless: { text: string; isBesidePerson: boolean }[] = []
  private last: 'name' | 'person' | 'other' = 'other'

  read(chat: string): ChatReading {
    const { segments, senders } = segmentsOf(chat)
    for (const segment of segments) this.take(segment)
    this.takeNames(senders)
    const items = settleDoubts(this.items, this.known)
    return {
      items: items.map(({ name, quantity, price }) => ({ name, quantity, price })),
      ...this.known,
      customer: this.customer,
      doubts: items.filter(({ isDoubtful, mismatch }) => isDoubtful || mismatch).map(({ name }) => name),
      leftovers: this.leftovers,
    }
  }

  private take({ text, isNew }: ChatSegment): void {
    if (isNew && !(this.context === 'address' && this.customer.address === '')) this.context = null
    const labelled = labelOf(text)
    if (labelled && this.takeLabelled(labelled)) return
    if (isGreeting(text)) return
    if (this.takePerson(text)) return
    if (this.takeItems(text)) {
      this.markPerson('other')
      if (this.context === 'address') this.context = null
      return
    }
    if (this.context === 'address' || (this.customer.address === '' && isAddressLike(text))) {
      this.add('address', text)
      this.context = 'address'
      this.markPerson('person')
    } else if (this.context === 'notes') this.add('notes', text)
    else if (isAddressLike(text)) this.add('address', text)
    else if (isNameLike(text)) {
      this.nameless.push({ text, isBesidePerson: this.last === 'person' })
      this.last = 'name'
    } else this.leave(text)
  }

  /** @returns false for a label whose value is none of its kind */
  private takeLabelled({ label, word, value, isSpoken }: Labelled): boolean {
    if (value === '') {
      if (isSpoken) return false
      this.context = label === 'address' || label === 'items' || label === 'notes' ? label : null
      return true
    }
    const isTaken = this.takeValue(label, { word, value, isSpoken })
    if (isTaken) this.context = label === 'address' || label === 'items' || label === 'notes' ? label : null
    return isTaken
  }

  private takeValue(label: ChatLabel, { word, value, isSpoken }: { word: string; value: string; isSpoken: boolean }): boolean {
    const amount = onlyMoney(value)
    const last = this.items.at(-1)
    switch (label) {
      case 'shipping':
        if (FREE.test(value)) return true
        return this.know('shipping', amount)
      case 'discount':
        return this.know('discount', amount)
      case 'total':
        return this.know('total', amount)
      case 'subtotal':
        return amount !== null
      case 'name':
        if (isSpoken && !isNameLike(value)) return false
        return this.takeLabelledName(value)
      case 'phone':
        return this.takePerson(value) && this.customer.phone !== ''
      case 'email':
        return this.takePerson(value)
      case 'postcode':
        return this.add('address', `${word} ${value}`)
      case 'address':
        this.markPerson('person')
        return this.takeAddress(/^(?:kel|kec|kab|kota|prov|rt|patokan|landmark)/.test(word) ? `${word} ${value}` : value)
      case 'notes':
        if (isSpoken) return false
        return this.add('notes', /^(?:catatan|cat|notes?|ket|keterangan|remarks?|message)$/.test(word) ? value : `${word}: ${value}`)
      case 'items':
        return this.takeItems(value, word !== 'pesan') || (word === 'pesan' && this.add('notes', value))
      case 'quantity': {
        const count = /^(\d{1,4})(?:\s*\p{L}{1,10})?$/u.exec(value)
        if (!count) return this.know('total', amount)
        if (last?.quantity !== 1 || Number(count[1]) === 0) return false
        last.quantity = Number(count[1])
        last.isDoubtful = last.price !== null && last.quantity > 1
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

  private takeLabelledName(value: string): boolean {
    const phone = phoneIn(value)
    const name = (phone ? phone.rest : value).replace(/[\s(),:-]*(?:(?:no\.?\s?)?(?:hp|wa|telp|tlp|phone|whatsapp))?[\s(),:.-]*$/iu, '').trim()
    if (!/\p{L}/u.test(name) || this.customer.name !== '') return false
    this.customer.name = name
    if (phone) this.takePhone(phone.phone)
    this.markPerson('person')
    return true
  }

  /** An address often ends with the phone number. */
  private takeAddress(value: string): boolean {
    const phone = phoneIn(value)
    if (phone && this.customer.phone === '') this.takePhone(phone.phone)
    return this.add('address', phone ? phone.rest.replace(/[\s,/(-]*(?:no\.?\s?)?(?:hp|wa|telp|tlp)?[\s.:,/)-]*$/iu, '') : value)
  }

  /** A phone number or an e-mail address, with a name beside it perhaps. */
  private takePerson(text: string): boolean {
    const found = phoneIn(text) ?? emailIn(text)
    if (!found) return false
    const rest = found.rest.replace(/^[\s,:()-]*(?:(?:no\.?\s?)?(?:hp|wa|telp|tlp|phone|whatsapp|email)[\s.:-]*)?|[\s,:()-]*(?:(?:no\.?\s?)?(?:hp|wa|telp|tlp|phone|whatsapp)[\s.:-]*)?$/giu, '').trim()
    if (rest !== '' && !isNameLike(rest) && !isAddressLike(rest)) return false
    if ('phone' in found ? !this.takePhone(found.phone) : !this.takeEmail(found.email)) return false
    if (rest !== '' && isAddressLike(rest)) this.add('address', rest)
    else if (rest !== '') this.nameless.push({ text: rest, isBesidePerson: true })
    this.markPerson('person')
    return true
  }

  private takeItems(text: string, isLabelled = false): boolean {
    const isExpected = isLabelled || this.context === 'items'
    const parts = partsOf(text)
    const readings = parts.map((part) => this.readPart(part, isExpected))
    const understood = readings.filter((reading) => reading !== null).length
    if (parts.length > 1 && (understood === parts.length || understood > 1 || (understood === 1 && parts.every((part, index) => readings[index] || isGreeting(part))))) {
      readings.forEach((take, index) => (take ? take() : isGreeting(parts[index] ?? '') ? undefined : this.leave(parts[index] ?? '')))
      return true
    }
    const whole = this.readPart(text, isExpected)
    whole?.()
    return whole !== null
  }

  /** What a part would add; null when it is neither a thing nor a sum. */
  private readPart(text: string, isExpected: boolean): (() => unknown) | null {
    const labelled = labelOf(text)
    if (labelled && ['shipping', 'discount', 'total'].includes(labelled.label) && (onlyMoney(labelled.value) !== null || FREE.test(labelled.value))) return () => this.takeLabelled(labelled)
    if (labelled && !labelled.isSpoken && !isExpected) return null
    if (phoneIn(text) || this.items.length >= MAX_ITEMS || isAddressLike(text)) return null
    const item = readItem(text, { isExpected })
    // In an address numbers are of houses and post offices: only what says that it is for sale counts.
    if (!item || (this.context === 'address' && !item.isStrong && !/^\d{1,2}\s+\p{L}/u.test(text))) return null
    return () => this.items.push(item)
  }

  private takeNames(senders: string[]): void {
    const [sender] = senders
    if (senders.length === 1 && sender) {
      const phone = phoneIn(sender)
      if (phone && this.customer.phone === '') this.customer.phone = phone.phone
      if (!phone && this.customer.name === '' && !this.nameless.some(({ isBesidePerson }) => isBesidePerson)) this.customer.name = sender
    }
    const found = this.customer.name === '' ? this.nameless.find(({ isBesidePerson }) => isBesidePerson) : undefined
    if (found) this.customer.name = found.text
    this.leftovers.push(...this.nameless.filter((candidate) => candidate !== found && candidate.text !== this.customer.name).map(({ text }) => text))
  }

  /** A name right before a detail of a person is theirs. */
  private markPerson(now: 'person' | 'other'): void {
    const before = this.nameless.at(-1)
    if (now === 'person' && this.last === 'name' && before) before.isBesidePerson = true
    this.last = now
  }

  private takePhone(phone: string): boolean {
    if (this.customer.phone !== '') return false
    this.customer.phone = phone
    return true
  }

  private takeEmail(email: string): boolean {
    if (this.customer.email !== '') return false
    this.customer.email = email
    return true
  }

  private know(what: 'shipping' | 'discount' | 'total', amount: number | null): boolean {
    if (amount === null || (what !== 'total' && this.known[what] !== null)) return false
    this.known[what] = amount
    return true
  }

  private add(what: 'address' | 'notes', text: string): true {
    this.customer[what] = [this.customer[what], text.trim()].filter(Boolean).join(', ')
    return true
  }

  private leave(text: string): void {
    this.leftovers.push(text)
    this.last = 'other'
  }
}
