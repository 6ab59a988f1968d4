import 'server-only'
import { publishedDocument } from '../openapi/published'
import { operationViews, type OperationView } from './operations'

type Reference = { baseUrl: string; tags: { name: string; description: string }[]; operations: OperationView[] }

let published: Reference | undefined

/** What the reference page shows, made once of the document of this server. */
export function publishedReference(): Reference {
  if (!published) {
    const { document } = publishedDocument()
    published = { baseUrl: document.servers[0]?.url ?? '', tags: document.tags, operations: operationViews(document) }
  }
  return published
}
