import { emailIn, isAddressLike, isNameLike, phoneIn } from './chat-people'

/** Who orders, as far as the text has told. The first phone number, e-mail address and labelled name count. */
export class ChatCustomer {
  readonly known = { name: '', phone: '', email: '', address: '', notes: '' }
  /** Unlabelled parts that could be a name, with whether a person's detail stands right before or after. */
  private nameless: { text: string; isBesidePerson: boolean }[] = []
  private last: 'name' | 'person' | 'other' = 'other'

  /** A part that could be a name, and may turn out to be none. */
  takeNameless(text: string): void {
    this.nameless.push({ text, isBesidePerson: this.last === 'person' })
    this.last = 'name'
  }

  /** Takes back what could have been a name. @returns false when it stands beside a person's detail, `null` when it was not the last one */
  dropNameless(text: string): boolean | null {
    const nameless = this.nameless.at(-1)
    if (nameless?.text !== text) return null
    if (nameless.isBesidePerson) return false
    this.nameless.pop()
    return true
  }

  takeLabelledName(value: string): boolean {
    const phone = phoneIn(value)
    // "Bu Yanti (samping masjid)": where, not who.
    const [, before = '', aside = ''] = phone ? [] : (/^([^()]+)\(([^()]+)\)$/.exec(value) ?? [])
    const name = (phone ? phone.rest : before || value).replace(/[\s(),:-]*(?:(?:no\.?\s?)?(?:hp|wa|telp|tlp|phone|whatsapp))?[\s(),:.-]*$/iu, '').trim()
    if (!/\p{L}/u.test(name) || this.known.name !== '') return false
    this.known.name = name
    if (aside !== '') this.add('notes', aside)
    if (phone) this.takePhone(phone.phone)
    this.mark('person')
    return true
  }

  /** An address often ends with the phone number. */
  takeAddress(value: string): boolean {
    const phone = phoneIn(value)
    if (phone && this.known.phone === '') this.takePhone(phone.phone)
    return this.add('address', phone ? phone.rest.replace(/[\s,/(-]*(?:no\.?\s?)?(?:hp|wa|telp|tlp)?[\s.:,/)-]*$/iu, '') : value)
  }

  /** A phone number or an e-mail address, with a name beside it perhaps. */
  takePerson(text: string): boolean {
    const found = phoneIn(text) ?? emailIn(text)
    if (!found) return false
    const rest = found.rest.replace(/^[\s,:()-]*(?:(?:no\.?\s?)?(?:hp|wa|telp|tlp|phone|whatsapp|email)[\s.:-]*)?|[\s,:()-]*(?:(?:no\.?\s?)?(?:hp|wa|telp|tlp|phone|whatsapp)[\s.:-]*)?$/giu, '').trim()
    if (rest !== '' && !isNameLike(rest) && !isAddressLike(rest)) return false
    if ('phone' in found ? !this.takePhone(found.phone) : !this.takeEmail(found.email)) return false
    if (rest !== '' && isAddressLike(rest)) this.add('address', rest)
    else if (rest !== '') this.nameless.push({ text: rest, isBesidePerson: true })
    this.mark('person')
    return true
  }

  /** Decides which name is the customer's. @returns the parts that were none */
  settleNames(senders: string[]): string[] {
    const [sender] = senders
    if (senders.length === 1 && sender) {
      const phone = phoneIn(sender)
      if (phone && this.known.phone === '') this.known.phone = phone.phone
      if (!phone && this.known.name === '' && !this.nameless.some(({ isBesidePerson }) => isBesidePerson)) this.known.name = sender
    }
    const found = this.known.name === '' ? this.nameless.find(({ isBesidePerson }) => isBesidePerson) : undefined
    if (found) this.known.name = found.text
    return this.nameless.filter((candidate) => candidate !== found && candidate.text !== this.known.name).map(({ text }) => text)
  }

  /** A name right before a detail of a person is theirs. */
  mark(now: 'person' | 'other'): void {
    const before = this.nameless.at(-1)
    if (now === 'person' && this.last === 'name' && before) before.isBesidePerson = true
    this.last = now
  }

  private takePhone(phone: string): boolean {
    if (this.known.phone !== '') return false
    this.known.phone = phone
    return true
  }

  private takeEmail(email: string): boolean {
    if (this.known.email !== '') return false
    this.known.email = email
    return true
  }

  add(what: 'address' | 'notes', text: string): true {
    this.known[what] = [this.known[what], text.trim()].filter(Boolean).join(', ')
    return true
  }
}
