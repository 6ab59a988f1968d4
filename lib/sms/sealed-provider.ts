import 'server-only'
import { seal, unseal } from '@/lib/platform/secret-box'
import { httpProvider } from './http-provider'
import { outboxProvider } from './outbox-provider'
import type { SmsProvider } from './provider'
import type { SmsProviderConfig } from './schema'
import { findSealedProvider } from './store'

const contextOf = (merchantId: string): string => `SMS provider of ${merchantId}`

export const sealConfig = (merchantId: string, config: SmsProviderConfig): string => seal(JSON.stringify(config), contextOf(merchantId))

/** Null where none is set up. It was judged by its schema before it was sealed. */
export async function findConfig({ merchantId }: { merchantId: string }): Promise<SmsProviderConfig | null> {
  const sealed = await findSealedProvider({ merchantId })
  return sealed === null ? null : (JSON.parse(unseal(sealed, contextOf(merchantId))) as SmsProviderConfig)
}

/** What brings a shop's messages to phones. */
export async function providerOf(shop: { merchantId: string }): Promise<SmsProvider> {
  const config = await findConfig(shop)
  return config ? httpProvider(config) : outboxProvider
}
