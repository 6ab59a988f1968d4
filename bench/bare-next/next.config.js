import { dirname } from 'node:path'

/** The least that Next can be: four route handlers and a driver. What the product is measured against. */
export default {
  poweredByHeader: false,
  serverExternalPackages: ['pg'],
  turbopack: { root: dirname(dirname(import.meta.dirname)) },
  outputFileTracingRoot: dirname(dirname(import.meta.dirname)),
}
