import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { openApiDocument } from '../openapi/document'
import { operationsOf } from '../openapi/model'
import { sampleEndpoints } from '../openapi/testing/sample-endpoints'
import { fieldsOf } from './fields'
import { operationViews, sampleRequest } from './operations'
import { KEY_PLACEHOLDER, LANGUAGES, samplesOf } from './samples'

const document = openApiDocument(sampleEndpoints, 'https://pay.example.com')
const [send, find] = operationViews(document)

const nasty = { weight: 1, label: `Sari's "box" \\ new\nline`, deep: [{ yes: true, none: null, more: [1, 2] }], text: 'true' }
const request = { method: 'PATCH' as const, url: 'https://pay.example.com/v1/parcels/a%20b', query: { q: 'a b&c' }, body: nasty }

describe('a sample', () => {
  test.each(LANGUAGES)('in %s names the address, the method, the key without a password', (language) => {
    const text = samplesOf(request)[language]
    expect(text).toContain('https://pay.example.com/v1/parcels/a%20b')
    expect(text).toMatch(/PATCH|\.patch\(/)
    expect(text).toContain(KEY_PLACEHOLDER)
    expect(text).not.toContain('@no-password@')
  })

  test('in Node sends exactly the body, whatever characters are in it', () => {
    const program = `globalThis.fetch = async (url, options) => { process.stderr.write(JSON.stringify({ url, ...options })); return { status: 200, json: async () => 1 } }\n${samplesOf(request).node}`
    const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
    expect(status).toBe(0)
    const sent = JSON.parse(stderr) as { url: string; method: string; body: string; headers: Record<string, string> }
    expect(sent).toMatchObject({ url: 'https://pay.example.com/v1/parcels/a%20b?q=a+b%26c', method: 'PATCH', headers: { Authorization: `Basic ${btoa(`${KEY_PLACEHOLDER}:`)}` } })
    expect(JSON.parse(sent.body)).toEqual(nasty)
  })

  test('in PHP sends the method', () => {
    expect(samplesOf({ method: 'DELETE', url: 'https://x.example', query: {} }).php).toContain("CURLOPT_CUSTOMREQUEST, 'DELETE'")
  })

  test.each(LANGUAGES)('in %s of an answer that is a file saves it', (language) => {
    expect(samplesOf({ method: 'GET', url: 'https://x.example', query: {}, saveAs: 'answer.png' })[language]).toContain('answer.png')
  })
})

describe('the reference', () => {
  test('shows the fields of a request with their limits', () => {
    expect(send?.body?.fields).toEqual([
      { name: 'weight', type: 'whole number', isRequired: true, limits: ['1 to 1,000'], description: 'Grams.', fields: [] },
      { name: 'label', type: 'text', isRequired: false, limits: ['at most 40 characters'], description: 'What stands on it.', fields: [] },
    ])
    expect(send?.parameters.map(({ place }) => place)).toEqual(['path', 'header'])
    expect(find?.parameters[0]).toMatchObject({ place: 'query', fields: [{ name: 'limit', isRequired: false }] })
  })

  test('shows the fields within fields, of lists too', () => {
    expect(find?.responses[0]?.fields).toMatchObject([{ name: 'parcels', type: 'list of object', fields: [{ name: 'id' }, { name: 'weight' }, { name: 'label', type: 'text or null' }] }])
  })

  test('shows the common errors by their description alone', () => {
    expect(send?.responses.find(({ status }) => status === '429')).toMatchObject({ example: null, fields: [] })
    expect(send?.responses[0]).toMatchObject({ status: '200', example: expect.stringContaining('"weight": 250') as unknown })
  })

  test('takes the sample request from the examples', () => {
    const [located] = operationsOf(document)
    expect(located && sampleRequest(document, located)).toEqual({ method: 'POST', url: 'https://pay.example.com/v1/parcels/order-101', query: {}, body: { weight: 250, label: "Sari's" } })
  })

  test('ends where a schema contains itself', () => {
    const looping = { ...document, components: { ...document.components, schemas: { ...document.components.schemas, Loop: { type: 'object', properties: { again: { $ref: '#/components/schemas/Loop' } } } } } }
    expect(JSON.stringify(fieldsOf(looping, { $ref: '#/components/schemas/Loop' })).length).toBeLessThan(2_000)
  })
})
