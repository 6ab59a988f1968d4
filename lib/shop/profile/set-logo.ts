import 'server-only'
import { countTry } from '@/lib/auth/rate-limit'
import { readLogo } from '@/lib/file/read-logo'
import type { MerchantScope } from '../scope'
import { writeLogo } from './store'
import type { LogoProblem } from './views'

/** Gives the shop a logo: our own drawing of what was sent. @returns what is wrong with it; null when it was kept */
export async function setLogo(scope: MerchantScope, sent: Buffer, at: Date): Promise<LogoProblem | null> {
  // Decoding is the dearest thing that a seller can ask for.
  if ((await countTry('pictureByShop', scope.merchantId)) !== undefined) return 'tooOften'
  const read = await readLogo(sent)
  if (!read.ok) return read.problem
  await writeLogo(scope, read.logo, at)
  return null
}
