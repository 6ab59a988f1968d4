import 'server-only'
import type { SmsProvider } from './provider'

/** Where no provider is set up: messages stay where they were written, to be read. */
export const outboxProvider: SmsProvider = { send: () => Promise.resolve({ kind: 'kept' }) }
