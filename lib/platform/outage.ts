import { errorCode } from './start-error'

/** Seconds after which asking again makes sense: the built-in database is back within few. */
export const RETRY_AFTER_SECONDS = 5

/**
 * Whether an error says that the database is away for the moment rather than that something is
 * wrong: the connection was refused or cut, or PostgreSQL is stopping, starting or full. What the
 * request wanted may or may not have happened.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const codes = [errorCode(error), TOLD_BY_PRISMA.exec(error.message)?.[1]].filter((code) => code !== undefined)
  if (codes.some((code) => CODES.has(code) || CONNECTION_EXCEPTION.test(code)) || WORDS.test(error.message)) return true
  return isOutage(error.cause)
}

const CONNECTION_EXCEPTION = /^08/

/** Prisma gives PostgreSQL's own code in its message only. */
const TOLD_BY_PRISMA = /^(?:Database error|Raw query failed)\. Code: `(\w+)`/m

const CODES = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN',
  // PostgreSQL: too many connections, shut down by its operator, crashed, starting or stopping.
  '53300', '57P01', '57P02', '57P03',
  // Prisma: not reached, timed out, closed by the server, no connection in time.
  'P1001', 'P1002', 'P1008', 'P1017', 'P2024',
])

/** The driver gives these no code; a socket file that is not there says that the server is not. */
const WORDS = /^(connect ENOENT |Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/m
