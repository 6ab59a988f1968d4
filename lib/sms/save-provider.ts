import 'server-only'
import { invalid, success, type FieldErrors, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { fieldsIn } from './rules'
import type { SmsProviderConfig } from './schema'
import { findConfig, sealConfig } from './sealed-provider'
import { upsertProvider } from './store'

/**
 * Saves how this shop's texts reach phones. A value that was left empty stays as it was, but only for the
 * same server: whoever changes where requests go has to know the secrets that go along.
 * @returns invalid with the field whose value is missing
 */
export async function saveProvider(scope: MerchantScope, wished: SmsProviderConfig, at: Date): Promise<Result<null>> {
  const before = await findConfig(scope)
  const known = before && originOf(before.url) === originOf(wished.url) ? before : null
  const missing = before && !known ? 'smsRetype' : 'required'
  const fields: FieldErrors = {}

  const headers = wished.headers.map(({ name, value }, index) => {
    const kept = value || known?.headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value
    if (!kept) fields[`headers.${index}.value`] = missing
    return { name, value: kept ?? '' }
  })
  const secret = wished.secret || (known?.secret ?? '')
  const config = { ...wished, headers, secret }
  const needsSecret = fieldsIn([config.url, config.body, ...headers.map(({ value }) => value)].join('\n')).includes('secret')
  if (needsSecret && secret === '') fields['secret'] = before?.secret ? missing : 'smsSecretMissing'
  if (Object.keys(fields).length > 0) return invalid(fields)

  await upsertProvider(scope, sealConfig(scope.merchantId, config), at)
  return success(null)
}

/** The schema lets no field stand in it. */
const originOf = (url: string): string => (/^https?:\/\/[^/?#]+/i.exec(url)?.[0] ?? url).toLowerCase()
