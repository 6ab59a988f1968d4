import { describe, expect, it } from 'vitest'
import { loggableError } from '@/lib/platform/logger'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { pingDatabase, prisma } from './client'
import { execute } from './sql'

useTestDatabase()

describe('a query that fails', () => {
  it('does not carry its values into the message, which goes into the log', async () => {
    const account = { id: 'a', accountId: 'a', providerId: 'credential', issuer: 'local:credential', userId: 'nobody', password: 'a-secret-hash' }
    const message = await prisma.account.create({ data: account }).then(String, (error: unknown) => `${String(error)} ${JSON.stringify(error)}`)
    expect(message).toMatch(/foreign key/i)
    expect(message).not.toContain('a-secret-hash')
  })
})

describe('a statement that PostgreSQL refuses', () => {
  it('is logged without the row that it was about', async () => {
    const refused = await execute`INSERT INTO rate_limits (key, points) VALUES ('sari@example.com', NULL)`.then(() => undefined, (error: unknown) => error)
    if (!(refused instanceof Error)) throw new Error('it was not refused')
    expect(JSON.stringify({ ...refused })).toContain('sari@example.com')
    const logged = JSON.stringify(loggableError(refused))
    expect(logged).toContain('not-null constraint')
    expect(logged).not.toContain('sari@example.com')
  })
})

describe('pingDatabase', () => {
  it('says whether the database answers', async () => {
    expect(await pingDatabase()).toBe(true)
  })
})
