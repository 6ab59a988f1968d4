import 'server-only'
import { createHash } from 'node:crypto'
import { env } from '@/lib/platform/env'
import { endpoints } from '../endpoints'
import { openApiDocument } from './document'
import type { OpenApiDocument } from './model'

export type Published = { document: OpenApiDocument; text: string; etag: string }

let published: Published | undefined

/** The document of this server, made once: neither the operations nor the address change while it runs. */
export function publishedDocument(): Published {
  if (!published) {
    const document = openApiDocument(endpoints, env().APP_URL)
    const text = JSON.stringify(document)
    published = { document, text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
  }
  return published
}
