import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { makeTransactionClient, statusOf, type TransactionClient } from '@/prisma/testing/transactions'

useTestDatabase()

let api: TransactionClient
beforeAll(async () => {
  api = await makeTransactionClient()
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

describe('capturing', () => {
  it.each([85_000, '85000.00', undefined])('takes the authorized amount, sent as %s', async (gross_amount) => {
    const order = await api.made('authorized')
    expect((await api.capture({ transaction_id: order.id, gross_amount })).body).toMatchObject({
      status_code: '200', status_message: 'Success, Credit Card capture transaction is successful', settlement_time: expect.any(String) as unknown, tautan_status: 'paid',
    })
    expect((await api.capture({ transaction_id: order.id })).status).toBe(412)
  })

  it.each([[84_999, /^gross_amount .*85000.*partial/], ['all', /^gross_amount /], [0, /^gross_amount /], [1.5, /^gross_amount /], [null, /^gross_amount /]])('of %s is refused naming the field', async (gross_amount, message) => {
    const order = await api.made('authorized')
    const { status, body } = await api.capture({ transaction_id: order.id, gross_amount })
    expect([status, body]).toEqual([400, {
      status_code: '400', status_message: 'One or more parameters in the payload is invalid.', validation_messages: [expect.stringMatching(message)], id: expect.stringMatching(UUID) as unknown,
    }])
    expect(await statusOf(order)).toBe('authorized')
  })

  it('needs to know what', async () => {
    expect((await api.capture({})).body).toMatchObject({ status_code: '400', validation_messages: ['transaction_id is required'] })
    expect((await api.capture('')).status).toBe(400)
  })
})
