import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import type { CustomerQuestions, SpecificCustomer } from '@/lib/link/views'
import { announce } from '@/lib/order/announce'
import { NOON, makeOrder, makeShop, orderWish, wishedLink } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { answersSchema, questionsOf } from './customer-questions'
import { placeOrder } from './place-order'
import { countDenials } from './queries'

useTestDatabase()

const nobody: SpecificCustomer = { firstName: '', lastName: '', email: '', phone: '', notes: '' }
const asked = (customer: SpecificCustomer | null, customerQuestions: CustomerQuestions | null) =>
  questionsOf({ customer, customerQuestions }).map(({ field, isRequired }) => field + (isRequired ? '!' : '')).join(' ')

describe('what a customer is asked', () => {
  it.each<[string, SpecificCustomer | null, CustomerQuestions | null, string]>([
    ['nothing is said about it', null, null, 'name! phone! email'],
    ['the e-mail address is required', null, { required: ['email'] }, 'name phone email!'],
    ['everything is required', null, { required: ['phone', 'email', 'name'] }, 'name! phone! email!'],
    ['nothing is required', null, { required: [] }, 'name phone email'],
    ['the link names its customer', { ...nobody, email: 'sari@example.com' }, null, ''],
    ['the named customer lacks what is required', { ...nobody, email: 'sari@example.com' }, { required: ['name', 'phone', 'email'] }, 'name! phone!'],
    ['the named customer has what is required', { ...nobody, lastName: 'Wulandari', phone: '0812-3456-7890' }, { required: ['name', 'phone'] }, ''],
    ['the link names its customer and requires nothing', { ...nobody, firstName: 'Sari' }, { required: [] }, ''],
  ])('when %s', (_, customer, questions, said) => {
    expect(asked(customer, questions)).toBe(said)
  })

  it('is answered with these fields and no other', () => {
    const schema = answersSchema([{ field: 'phone', isRequired: true }])
    expect(schema.safeParse({ phone: '0812-3456-7890' }).data).toEqual({ name: '', phone: '0812-3456-7890', email: '' })
    expect(schema.safeParse({}).error?.issues[0]).toMatchObject({ path: ['phone'], message: 'required' })
    expect(schema.safeParse({ phone: '0812-3456-7890', name: 'Mallory' }).success).toBe(false)
    expect(answersSchema([{ field: 'email', isRequired: false }]).safeParse({ email: 'sari@example' }).success).toBe(false)
  })
})

describe('an order of a customer who', () => {
  it('says nothing is placed, paid and announced like any other', async () => {
    const { slug } = await wishedLink(await makeShop(), { customerQuestions: { required: [] } })
    const { id } = await makeOrder(slug, { customer: { name: '', phone: '', email: '' } })
    expect(await prisma.order.findUniqueOrThrow({ where: { id } })).toMatchObject({ customerName: '', customerPhone: null, customerEmail: null })
    expect(await announce({ orderId: id, news: 'settle', actor: 'rail', at: NOON })).toEqual({ kind: 'applied' })
  })

  it('leaves out what must be told is not placed', async () => {
    const { slug } = await wishedLink(await makeShop(), { customerQuestions: { required: ['email'] } })
    const wish = orderWish(slug, { customer: { name: 'Sari', phone: '', email: '' } })
    expect(await placeOrder(wish, NOON)).toMatchObject({ kind: 'invalid', fields: { email: 'required' } })
    expect(await placeOrder(orderWish(slug, { customer: null }), NOON)).toMatchObject({ kind: 'invalid', fields: { email: 'required' } })
  })

  it('completes what the seller knew keeps the rest as the seller wrote it', async () => {
    const customer = { ...nobody, firstName: 'Ratna', email: 'ratna@example.com' }
    const { slug } = await wishedLink(await makeShop(), { customer, customerQuestions: { required: ['phone', 'name'] } })
    const { id } = await makeOrder(slug, { customer: { name: 'Mallory', phone: '0812-3456-7890', email: 'mallory@example.com' } })
    expect(await prisma.order.findUniqueOrThrow({ where: { id } })).toMatchObject({
      customerName: 'Ratna', customerEmail: 'ratna@example.com', customerPhone: '0812-3456-7890',
    })
  })
})

describe('countDenials', () => {
  it('counts the same customer on the same link and nobody else', async () => {
    const scope = await makeShop()
    const [link, other] = [await wishedLink(scope), await wishedLink(scope)]
    const deny = async (slug: string, name = 'Sari Wulandari') => {
      const { id } = await makeOrder(slug, { customer: { name, phone: '0812-3456-7890', email: '' } })
      await announce({ orderId: id, news: 'deny', actor: 'rail', at: NOON })
      return id
    }
    const first = await deny(link.slug)
    await deny(link.slug)
    await deny(link.slug, 'Somebody Else')
    await deny(other.slug)
    expect(await countDenials(first)).toBe(2)
  })

  it('counts nothing for customers who said nothing: they could be anybody', async () => {
    const { slug } = await wishedLink(await makeShop(), { customerQuestions: { required: [] } })
    const ids = await Promise.all([1, 2].map(async () => (await makeOrder(slug, { customer: { name: '', phone: '', email: '' } })).id))
    for (const orderId of ids) await announce({ orderId, news: 'deny', actor: 'rail', at: NOON })
    expect(await countDenials(ids[0] ?? '')).toBe(0)
  })
})
