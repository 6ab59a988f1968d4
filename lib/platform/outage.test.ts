import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { useTestDatabase, testDatabaseUrl } from '@/prisma/testing/test-database'
import { isOutage } from './outage'

useTestDatabase()

describe('an outage of the database', () => {
  test('is what a refused connection is', async () => {
    const refused = await failureOf(new pg.Client({ host: '127.0.0.1', port: 9 }).connect())
    expect(isOutage(refused)).toBe(true)
  })

  test('is what a socket is that is not there, through Prisma too', async () => {
    const nowhere = { host: '/nowhere', port: 9 }
    expect(isOutage(await failureOf(new pg.Client(nowhere).connect()))).toBe(true)
    const { PrismaPg } = await import('@prisma/adapter-pg')
    const { PrismaClient } = await import('@/lib/database/generated/client')
    expect(isOutage(await failureOf(new PrismaClient({ adapter: new PrismaPg(nowhere) }).user.count()))).toBe(true)
    expect(isOutage(Object.assign(new Error("ENOENT: no such file or directory, open '/x'"), { code: 'ENOENT' }))).toBe(false)
  })

  test('is what a connection is that is cut under a query', async () => {
    const client = new pg.Client({ connectionString: testDatabaseUrl() })
    client.on('error', () => undefined)
    await client.connect()
    const waiting = failureOf(client.query('SELECT pg_sleep(20)'))
    const other = new pg.Client({ connectionString: testDatabaseUrl() })
    await other.connect()
    await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'`)
    await other.end()
    expect(isOutage(await waiting)).toBe(true)
    expect(isOutage(await failureOf(client.query('SELECT 1')))).toBe(true)
  })

  test('is told through Prisma too', async () => {
    const { PrismaPg } = await import('@prisma/adapter-pg')
    const { PrismaClient } = await import('@/lib/database/generated/client')
    const prisma = new PrismaClient({ adapter: new PrismaPg({ host: '127.0.0.1', port: 9 }) })
    expect(isOutage(await failureOf(prisma.user.count()))).toBe(true)
  })

  test('is told through Prisma too when a statement is cut', async () => {
    const { prisma } = await import('@/lib/database/client')
    expect(isOutage(await failureOf(prisma.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`))).toBe(true)
  })

  test('is not a statement that the database refuses, nor a mistake of ours', async () => {
    const client = new pg.Client({ connectionString: testDatabaseUrl() })
    await client.connect()
    expect(isOutage(await failureOf(client.query('SELECT 1/0')))).toBe(false)
    await client.end()
    expect(isOutage(new TypeError('x is not a function'))).toBe(false)
    expect(isOutage('ECONNREFUSED')).toBe(false)
  })

  test('is found in what caused the error', () => {
    expect(isOutage(new Error('no order', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) }))).toBe(true)
  })
})

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('it did not fail')
}
