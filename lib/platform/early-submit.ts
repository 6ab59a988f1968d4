import { createHash } from 'node:crypto'

/**
 * Marks a form that is sent before the page's scripts are there to take it, for components/ui/form.tsx: in the page itself, since
 * whatever had to be fetched would come too late. Where the scripts took it they have prevented the default.
 */
export const MARK_EARLY_SUBMIT = "addEventListener('submit',event=>{if(!event.defaultPrevented)event.target.dataset.sentEarly=''})"

/** As a source of a Content-Security-Policy. */
export const MARK_EARLY_SUBMIT_SOURCE = `'sha256-${createHash('sha256').update(MARK_EARLY_SUBMIT).digest('base64')}'`
