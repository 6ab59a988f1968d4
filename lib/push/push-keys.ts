import 'server-only'
import webPush from 'web-push'
import { z } from 'zod'
import { seal, unseal } from '@/lib/platform/secret-box'
import { findOrInsertAppValue } from './store'

const NAME = 'push-keys'

const stored = z.object({ publicKey: z.string(), sealedPrivateKey: z.string() })

/**
 * The keys that tell push services who is calling (VAPID, RFC 8292). Made once: browsers bind their
 * subscription to the public one. Both halves stand in one row, so they always fit.
 */
export async function findPushKeys(): Promise<{ publicKey: string; privateKey: string }> {
  const { publicKey, sealedPrivateKey } = await readKeys()
  return { publicKey, privateKey: unseal(sealedPrivateKey, NAME) }
}

/** What a browser needs to subscribe: no secret. */
export async function findPublicPushKey(): Promise<string> {
  return (await readKeys()).publicKey
}

async function readKeys(): Promise<z.output<typeof stored>> {
  const value = await findOrInsertAppValue(NAME, () => {
    const { publicKey, privateKey } = webPush.generateVAPIDKeys()
    return JSON.stringify({ publicKey, sealedPrivateKey: seal(privateKey, NAME) })
  })
  return stored.parse(JSON.parse(value))
}
