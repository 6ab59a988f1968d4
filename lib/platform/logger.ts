import pino from 'pino'

/** Fields of a PostgreSQL error that repeat the row or the statement: customers' data has no place in a log. */
const TELLING = new Set(['detail', 'where', 'internalQuery'])

/** An error as it may be logged: its kind, words and place, without the row that a failed statement was about. */
export function loggableError(error: Error): Record<string, unknown> {
  const plain = Object.entries(pino.stdSerializers.err(error))
  return Object.fromEntries(plain.filter(([name]) => !TELLING.has(name)))
}

/** One JSON line an event on standard error, so that standard output stays for people. */
export const logger = pino(
  {
    level: process.env['LOG_LEVEL'] ?? 'info',
    serializers: { error: (error: unknown) => (error instanceof Error ? loggableError(error) : error) },
    redact: ['password', 'token', 'authorization', 'cookie', '*.password', '*.token', '*.authorization', '*.cookie'],
  },
  pino.destination(2),
)
