import { globSync, readFileSync } from 'node:fs'

const TEST = '\\.test\\.tsx?$'
// A condition is a part of a store's SQL that is long enough for a file.
const STORE = '^lib/.+/(store|[a-z-]+-condition)\\.ts$'
const PURE = '^lib/.+/(schema|status|rules|filter)\\.ts$'
const DATABASE = '^lib/database/'
// What spans several stores in one transaction opens it, and hands it to them.
const TRANSACTION = '^lib/database/sql\\.ts$'
const PRISMA = '(^|/)node_modules/(@prisma|pg|pg-boss)/|^prisma/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'only-stores-reach-the-database',
      comment: 'Queries stand in store.ts, where every one of them is scoped by merchant.',
      severity: 'error',
      from: { path: '^(lib|components)/', pathNot: [TEST, STORE, DATABASE, ...databaseOwners()] },
      to: { path: [DATABASE, PRISMA], pathNot: TRANSACTION, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-ask-use-cases',
      comment: 'Routes compose: they call use cases, queries and actions, never a store or the database.',
      severity: 'error',
      from: { path: '^(app/|proxy\\.ts$)', pathNot: [TEST, '^app/api/health/route\\.ts$'] },
      to: { path: [STORE, DATABASE, PRISMA] },
    },
    {
      name: 'components-ask-actions',
      comment: 'What runs in a browser knows schemas, rules and actions; stores and use cases stay on the server.',
      severity: 'error',
      from: { path: '^components/', pathNot: TEST },
      to: {
        path: [STORE, DATABASE, ...serverFiles()],
        pathNot: '/actions\\.ts$|^lib/(i18n|money)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-files-stay-pure',
      comment: 'Schemas, lifecycles and rules decide with what they are given: no I/O, not even through another file.',
      severity: 'error',
      from: { path: PURE },
      to: {
        reachable: true,
        path: [STORE, DATABASE, PRISMA, '(^|/)node_modules/(next|react|react-dom|server-only|better-auth|pino)/'],
      },
    },
    {
      name: 'pure-files-use-no-node',
      comment: 'They run in the browser too.',
      severity: 'error',
      from: { path: PURE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-stay-apart',
      comment: 'A feature folder shares through components/ui, through the frame around every screen (components/shell), the messages that every screen sends (components/message) or through lib, never with its neighbour.',
      severity: 'error',
      from: { path: '^components/(?!ui/)([^/]+)/', pathNot: TEST },
      to: { path: '^components/[^/]+/', pathNot: '^components/($1|ui|shell|message)/' },
    },
    {
      name: 'primitives-know-no-screens',
      comment: 'The design system is below everything that is drawn with it, the shell too.',
      severity: 'error',
      from: { path: '^components/ui/', pathNot: TEST },
      to: { path: '^components/', pathNot: '^components/ui/' },
    },
    {
      name: 'lib-stands-alone',
      comment: 'The business knows nothing of pages and components.',
      severity: 'error',
      from: { path: '^lib/', pathNot: TEST },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'product-needs-no-tests',
      comment: 'What is shipped does not depend on tests, benchmarks and the launcher.',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: TEST },
      to: { path: ['^(e2e|bench|bin)/', '^prisma/testing/', TEST] },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', 'lib/database/generated'] },
    exclude: { path: ['lib/database/generated', '/\\.next/', 'next-env\\.d\\.ts'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}

/** Libraries that bring their own statements get the connection itself; each is one file. */
function databaseOwners() {
  return ['^lib/auth/(auth|rate-limit)\\.ts$', '^lib/job/']
}

// ESLint sees to it that every server file says so in its first line; so this list is complete.
function serverFiles() {
  return globSync('lib/**/*.ts')
    .filter((file) => readFileSync(file, 'utf8').startsWith("import 'server-only'"))
    .map((file) => `^${file.replaceAll('.', '\\.')}$`)
}
