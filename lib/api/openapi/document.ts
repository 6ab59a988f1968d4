import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import type { Endpoint } from '../endpoint'
import { errorComponents } from './errors'
import { exampleOf, type JsonSchema } from './example'
import { HEADERS, PARAMETERS } from './headers'
import { lookUp, operationsOf, resolved, type OpenApiDocument } from './model'
import { notificationWebhook } from './notification'
import { operationOf } from './operation'

const DESCRIPTION = `Make payment links, follow their orders, give money back.

The operations speak the words of Midtrans' Payment Link API and Core API, so that what was written for those works here with another base URL and another key. The reference with samples: \`/docs/api\`.`

const TAGS = [
  { name: 'Payment links', description: 'A link sells something for an amount, so often and until then. It is known by the `order_id` that you gave it.' },
  { name: 'Transactions', description: "A customer's attempt to pay a link. It is known by its suffixed `order_id` (`<order_id of the link>-<13 digits>`) or its `transaction_id`." },
]

/**
 * The OpenAPI 3.1 document of these operations.
 * @param serverUrl where the API is reached, without a slash at the end
 */
export function openApiDocument(endpoints: readonly Endpoint[], serverUrl: string): OpenApiDocument {
  const document = createDocument({
    openapi: '3.1.0',
    info: { title: 'Tautan API', version: '1.0.0', description: DESCRIPTION, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: serverUrl }],
    tags: TAGS,
    security: [{ serverKey: [] }],
    paths: pathsOf(endpoints),
    webhooks: { notification: notificationWebhook() },
    components: {
      securitySchemes: {
        serverKey: { type: 'http', scheme: 'basic', description: 'HTTP Basic authentication: the server key as the user, no password. A test key (`SB-Tautan-server-…`) reaches test data only, a live key (`Tautan-server-…`) live data only.' },
      },
      headers: HEADERS,
      parameters: PARAMETERS,
      responses: errorComponents(),
    },
  })
  liftDescriptions(document)
  return withExamples(document as unknown as OpenApiDocument)
}

function pathsOf(endpoints: readonly Endpoint[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {}
  for (const endpoint of endpoints) {
    const method = endpoint.method.toLowerCase() as Lowercase<Endpoint['method']>
    paths[endpoint.path] = { ...paths[endpoint.path], [method]: operationOf(endpoint) }
  }
  return paths
}

/** `.nullish()` leaves a description with the one choice that is not null; readers look for it at the field. */
function liftDescriptions(node: unknown): void {
  if (typeof node !== 'object' || node === null) return
  for (const inner of Object.values(node)) liftDescriptions(inner)
  const schema = node as JsonSchema
  if (!Array.isArray(schema.anyOf) || schema.description !== undefined) return
  const [choice, ...others] = schema.anyOf.filter(({ type }) => type !== 'null')
  if (choice?.description !== undefined && others.length === 0) schema.description = choice.description
}

/** Every answer in JSON shows one. */
function withExamples(document: OpenApiDocument): OpenApiDocument {
  const resolve = (ref: string) => lookUp(document, ref) as JsonSchema
  for (const { operation } of operationsOf(document)) {
    for (const response of Object.values(operation.responses)) {
      const json = resolved(document, response).content?.['application/json']
      if (json?.schema && json.example === undefined) json.example = exampleOf(json.schema, resolve)
    }
  }
  return document
}
