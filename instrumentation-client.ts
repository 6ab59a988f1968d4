/**
 * Runs before anything else in the dashboard's browsers. Without it zod tries out whether it may build its checks with
 * `new Function`; our content security policy forbids that, and the browser reports a violation on every page with a form.
 * Set by the name that zod itself reads, so that pages without a form need not load zod to say it.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
