import { expect } from '@playwright/test'
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { operationsOf, resolved, type Located, type OpenApiDocument } from '../../lib/api/openapi/model'
import { call, type ApiAnswer } from './api'

/** The document that the running server publishes, and whether what it answers is what it says. */
export class Documented {
  readonly document: OpenApiDocument
  readonly operations: readonly Located[]
  /** Operation and status of every answer that was held against the document. */
  readonly seen = new Set<string>()
  readonly #ajv: Ajv2020
  /** By their schemas, each of which is compiled once. */
  readonly #validators = new Map<object, ValidateFunction>()

  private constructor(document: OpenApiDocument) {
    this.document = document
    this.operations = operationsOf(document)
    this.#ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats(this.#ajv)
    this.#ajv.addSchema(document, 'api')
  }

  static async load(): Promise<Documented> {
    const { status, body } = await call({ method: 'GET', path: '/openapi.json' })
    expect(status).toBe(200)
    return new Documented(body as OpenApiDocument)
  }

  operation(operationId: string): Located {
    const found = this.operations.find(({ operation }) => operation.operationId === operationId)
    if (!found) throw new Error(`the document has no operation ${operationId}`)
    return found
  }

  /** Fails when the document does not know the status, or describes its body otherwise. */
  expectDocumented(operationId: string, { status, body, type }: Pick<ApiAnswer, 'status' | 'body' | 'type'>): void {
    const { operation } = this.operation(operationId)
    const response = operation.responses[String(status)]
    expect(response, `${operationId} answered ${status}, which is not documented: ${JSON.stringify(body)}`).toBeDefined()
    const content = response ? resolved(this.document, response).content ?? {} : {}
    const mediaType = type.split(';', 1)[0] ?? ''
    expect(Object.keys(content), `${operationId} ${status}`).toContain(mediaType)
    const schema = content[mediaType]?.schema
    if (schema) {
      const validate = this.validator(schema)
      expect(validate(body) ? [] : validate.errors?.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`), `${operationId} ${status} ${JSON.stringify(body)}`).toEqual([])
    }
    this.seen.add(`${operationId} ${status}`)
  }

  validator(schema: object): ValidateFunction {
    const known = this.#validators.get(schema)
    if (known !== undefined) return known
    const validate = this.#ajv.compile(withAbsoluteRefs(schema) as object)
    this.#validators.set(schema, validate)
    return validate
  }
}

/** A part of the document is compiled alone; what it refers to stands in the whole. */
function withAbsoluteRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withAbsoluteRefs)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === '$ref' && typeof inner === 'string' ? inner.replace(/^#/, 'api#') : withAbsoluteRefs(inner)]))
}
