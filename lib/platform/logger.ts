import pino from 'pino'

/** One JSON line an event on standard error, so that standard output stays for people. */
export const logger = pino(
  {
    level: process.env['LOG_LEVEL'] ?? 'info',
    serializers: { error: pino.stdSerializers.err },
    redact: ['password', 'token', 'authorization', 'cookie', '*.password', '*.token', '*.authorization', '*.cookie'],
  },
  pino.destination(2),
)
