import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { pingDatabase, prisma } from './client'

useTestDatabase()

describe('a query that fails', () => {
  it('does not carry its values into the message, which goes into the log', async () => {
    const account = { id: 'a', accountId: 'a', providerId: 'credential', issuer: 'local:credential', userId: 'nobody', password: 'a-secret-hash' }
    const message = await prisma.account.create({ data: account }).then(String, (error: unknown) => `${String(error)} ${JSON.stringify(error)}`)
    expect(message).toMatch(/foreign key/i)
    expect(message).not.toContain('a-secret-hash')
  })
})

describe('pingDatabase', () => {
  it('says whether the database answers', async () => {
    expect(await pingDatabase()).toBe(true)
  })
})
