import type { SmsProviderConfig } from './schema'

/** A provider as its form shows it: what may be a secret is not there, only that it is. */
export type SmsProviderView = Omit<SmsProviderConfig, 'headers' | 'secret'> & { headers: { name: string }[]; hasSecret: boolean }

/** `provider`: it goes to phones. `outbox`: test mode without a provider keeps it to be read. `none`: it cannot be sent. */
export type SmsWay = 'provider' | 'outbox' | 'none'

export type SmsTestResult = { kind: 'accepted' | 'refused' | 'unavailable' | 'uncertain'; reason: string | null; answer: string | null }
