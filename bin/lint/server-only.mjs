/** What makes a file a server file: it reaches the database, or the machine it runs on. */
const SERVER_IMPORT = /(^|\/)store(\.ts)?$|(^|\/)lib\/database\/|^pg$|^@prisma\/|^node:(?!crypto$|path$|url$|util$|async_hooks$)/

/** Run by Node itself before Next is there, where `server-only` would throw. */
const OUTSIDE_NEXT =
  /lib\/platform\/(env|start-error)\.ts$|lib\/database\/(embedded|embedded-state|postgres-[a-z]+)\.ts$/

/** Every file of `lib` that reaches the database or the machine begins with `import 'server-only'`. */
export const serverOnly = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { missing: "A server file begins with `import 'server-only'`, so that it can never be sent to a browser." },
  },
  create(context) {
    const file = context.filename.replaceAll('\\', '/')
    if (OUTSIDE_NEXT.test(file)) return {}
    let isServer = /\/store\.ts$|\/lib\/database\//.test(file)
    return {
      ImportDeclaration(node) {
        if (node.importKind !== 'type' && SERVER_IMPORT.test(node.source.value)) isServer = true
      },
      'Program:exit'(program) {
        const first = program.body[0]
        const marked = first?.type === 'ImportDeclaration' && first.source.value === 'server-only'
        const isActions = first?.directive === 'use server'
        if (isServer && !marked && !isActions) context.report({ node: program, messageId: 'missing' })
      },
    }
  },
}
