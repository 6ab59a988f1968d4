import 'server-only'
import pg, { type PoolClient, type QueryResult } from 'pg'
import { databasePool, Prisma, statementName } from './client'

/**
 * SQL that Prisma's language cannot say, or that every opened link runs: written with Prisma's own
 * `sql` fragments, sent by the driver as a prepared statement. Prisma's raw queries take twice the
 * time of the same statement (measured: 0.07 against 0.04 ms of a core for `SELECT 1`).
 *
 * Values are never part of the text. `bigint` columns come as BigInt, `timestamptz` as Date, JSON parsed.
 */
export type Sql = {
  queryRows<Row extends object>(strings: TemplateStringsArray, ...values: unknown[]): Promise<Row[]>
  /** For statements that write. @returns how many rows the outer statement wrote */
  execute(strings: TemplateStringsArray, ...values: unknown[]): Promise<number>
}

/** A statement of its own, on any connection. */
export const sql: Sql = on(databasePool)
export const { queryRows, execute } = sql

/**
 * Several statements, all or nothing. `run` gets the transaction's own {@link Sql} and must use no
 * other; nothing that waits for the world (a rail, a mail server) belongs inside.
 */
export async function inTransaction<Value>(run: (sql: Sql) => Promise<Value>): Promise<Value> {
  const client = await databasePool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const value = await run(on(client))
    await client.query('COMMIT')
    return value
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: unknown) => (broken = failed instanceof Error ? failed : new Error(String(failed))))
    throw error
  } finally {
    // A connection that could not even roll back is not given to anybody else.
    client.release(broken)
  }
}

/** The unique constraint that refused a row; undefined for any other error. */
export const violatedUnique = (error: unknown): string | undefined => violated(error, '23505')

/** The check that refused a row; undefined for any other error. */
export const violatedCheck = (error: unknown): string | undefined => violated(error, '23514')

/** Whether the database looked at a statement and said no, whatever the reason; not when it could not be asked. */
export const isRefusal = (error: unknown): boolean => error instanceof pg.DatabaseError

/** As {@link queryRows}. PostgreSQL says that it refuses a statement before it lets go of the statement's locks: here the error comes after that. */
export const queryRowsOrLetGo: Sql['queryRows'] = async (strings, ...values) => {
  const client = await databasePool.connect()
  let broken: Error | undefined
  try {
    return await on(client).queryRows(strings, ...values)
  } catch (error) {
    // Answered once the statement before it has been undone.
    await client.query('SELECT 1').catch((failed: unknown) => (broken = failed instanceof Error ? failed : new Error(String(failed))))
    throw error
  } finally {
    // A connection that answers no more is not given to anybody else.
    client.release(broken)
  }
}

function violated(error: unknown, code: string): string | undefined {
  return error instanceof pg.DatabaseError && error.code === code ? error.constraint : undefined
}

function on(connection: Pick<PoolClient, 'query'>): Sql {
  const send = async <Row extends object>(strings: TemplateStringsArray, values: unknown[]): Promise<QueryResult<Row>> => {
    const { text, values: parameters } = Prisma.sql(strings, ...values)
    return await connection.query<Row>({ name: statementName(text), text, values: parameters, types: { getTypeParser } })
  }
  return {
    queryRows: async <Row extends object>(strings: TemplateStringsArray, ...values: unknown[]) => (await send<Row>(strings, values)).rows,
    execute: async (strings, ...values) => (await send(strings, values)).rowCount ?? 0,
  }
}

const INT8 = 20

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === INT8 ? BigInt : format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
