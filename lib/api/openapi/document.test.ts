import { Validator } from '@seriousme/openapi-schema-validator'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import type { Endpoint } from '../endpoint'
import { endpoints } from '../endpoints'
import { openApiDocument } from './document'
import { lookUp, type OpenApiDocument } from './model'
import { undescribed } from './testing/undescribed'
import { sampleEndpoints } from './testing/sample-endpoints'

const SERVER = 'https://pay.example.com'
const sample = openApiDocument(sampleEndpoints, SERVER)

test.each([['two operations', sampleEndpoints], ['the whole API', endpoints]] as [string, readonly Endpoint[]][])('the document of %s is valid OpenAPI 3.1', async (_, all) => {
  const document = openApiDocument(all, SERVER)
  expect(await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>)).toEqual({ valid: true })
  expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: SERVER }], security: [{ serverKey: [] }] })
})

describe('an operation', () => {
  const sent = sample.paths['/v1/parcels/{order_id}']?.post
  const found = sample.paths['/v2/parcels']?.get

  test('says what may be sent', () => {
    expect(sent).toMatchObject({
      operationId: 'sendParcel', tags: ['Payment links'], 'x-scope': 'write',
      requestBody: {
        required: true,
        content: { 'application/json': {
          schema: { type: 'object', required: ['weight'], properties: { weight: { type: 'integer', minimum: 1, maximum: 1000, description: 'Grams.' }, label: { type: 'string', maxLength: 40 } } },
          examples: { 'A-light-one': { summary: 'A light one', value: { weight: 250 } } },
        } },
      },
    })
    expect(sent?.parameters).toEqual(expect.arrayContaining([
      expect.objectContaining({ in: 'path', name: 'order_id', required: true, description: 'Of which order.' }) as unknown,
      { $ref: '#/components/parameters/Idempotency-Key' },
      expect.objectContaining({ in: 'header', name: 'X-Append-Notification' }) as unknown,
    ]))
    expect(found?.parameters).toEqual([expect.objectContaining({ in: 'query', name: 'limit', schema: expect.objectContaining({ maximum: 100 }) as unknown })])
  })

  test('says every status that it may answer, the common errors in its dialect', () => {
    expect(Object.keys(sent?.responses ?? {})).toEqual(['200', '202', '400', '401', '403', '404', '409', '413', '429', '500', '503'])
    expect(Object.keys(found?.responses ?? {})).toEqual(['200', '400', '401', '403', '429', '500', '503'])
    expect(sent?.responses['401']).toEqual({ $ref: '#/components/responses/Link401' })
    expect(found?.responses['401']).toEqual({ $ref: '#/components/responses/Transaction401' })
    expect(sent?.responses['409']).toMatchObject({ description: 'It was sent before.', content: { 'application/json': { schema: { $ref: '#/components/schemas/LinkError' } } } })
  })

  test('shows an example of every answer', () => {
    expect(sent?.responses['200']).toMatchObject({ content: { 'application/json': { example: { id: 7, weight: 250, label: 'Fragile' } } } })
  })

  test('that repeats safely says so', () => {
    expect(sent?.responses['200']).toMatchObject({ headers: { 'Idempotent-Replayed': { $ref: '#/components/headers/Idempotent-Replayed' } } })
    expect(sample.components.responses?.['Link429']).toMatchObject({ headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } })
  })
})

describe.each([['two operations', sample], ['the whole API', openApiDocument(endpoints, SERVER)]] as [string, OpenApiDocument][])('in the document of %s', (_, document) => {
  test('every field that is sent or answered is described', () => {
    expect(undescribed(document)).toEqual([])
  })

  test('every example is one of what it is an example of', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats(ajv)
    ajv.addSchema(document, 'api')
    const wrong: string[] = []
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      const media = node as { schema?: object; example?: unknown; examples?: Record<string, { value?: unknown }> }
      if (media.schema && path.endsWith('/application~1json')) {
        const validate = ajv.compile({ $ref: `api#${path}/schema` })
        const examples = [...(media.example === undefined ? [] : [media.example]), ...Object.values(media.examples ?? {}).map(({ value }) => value)]
        for (const example of examples) if (!validate(example)) wrong.push(`${path}: ${ajv.errorsText(validate.errors)}`)
      }
      for (const [key, inner] of Object.entries(node)) visit(inner, `${path}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    }
    visit(document, '')
    expect(wrong).toEqual([])
  })
})

test('a field without a description is found', () => {
  const document = structuredClone(sample)
  delete document.paths['/v1/parcels/{order_id}']?.post?.requestBody?.content['application/json']?.schema?.properties?.['weight']?.description
  expect(undescribed(document)).toEqual(['sendParcel request weight'])
})

test('a reference to nothing is an error', () => {
  expect(() => lookUp(sample, '#/components/schemas/Nothing')).toThrow('nothing at')
})
