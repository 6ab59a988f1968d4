import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'

// Runs before each test file is imported: the client reads its address when it is first imported, and connects
// only when used. So every file has a name of its own here, and `useTestDatabase` makes the database where one is needed.
const url = new URL(inject('databaseServer'))
url.pathname = `test_${randomBytes(6).toString('hex')}`
process.env['DATABASE_URL'] = url.href
