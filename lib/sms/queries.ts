import 'server-only'
import type { MerchantScope } from '@/lib/shop/scope'
import { findConfig } from './sealed-provider'
import { hasProvider } from './store'
import type { SmsProviderView, SmsWay } from './views'

export async function findSmsProvider(scope: MerchantScope): Promise<SmsProviderView | null> {
  const config = await findConfig(scope)
  if (!config) return null
  const { headers, secret, ...shown } = config
  return { ...shown, headers: headers.map(({ name }) => ({ name })), hasSecret: secret !== '' }
}

export async function findSmsWay(scope: MerchantScope): Promise<SmsWay> {
  if (await hasProvider(scope)) return 'provider'
  return scope.mode === 'test' ? 'outbox' : 'none'
}
