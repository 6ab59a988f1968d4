import { registerHooks } from 'node:module'

/** `server-only` throws wherever a bundler has not replaced it; in a process that is the server it may not. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'server-only' ? { url: 'data:text/javascript,', format: 'module', shortCircuit: true } : next(specifier, context),
})
