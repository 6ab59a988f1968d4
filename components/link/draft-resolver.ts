import type { Resolver } from 'react-hook-form'
import type * as Checks from './draft-checks'
import type { LinkDraft } from './link-draft'

/**
 * Fetches what checks the form, a third of all its code: when somebody begins to fill it in, not before it can be seen.
 * Null where it cannot be had: a connection that is lost, a version that is gone.
 */
export const loadChecks = async (): Promise<typeof Checks | null> => await import('./draft-checks').catch(() => null)

export const resolveDraft = resolverOf(({ checkDraft }) => checkDraft)
export const resolveEdit = resolverOf(({ checkEdit }) => checkEdit)
export const resolveDefaults = resolverOf(({ checkDefaults }) => checkDefaults)

/** The server checks everything again: without the browser's checks a form is sent as it is, and answered so. */
function resolverOf(checkOf: (checks: typeof Checks) => Resolver<LinkDraft>): Resolver<LinkDraft> {
  return async (draft, context, options) => {
    const checks = await loadChecks()
    return checks ? await checkOf(checks)(draft, context, options) : { values: draft, errors: {} }
  }
}
