import type { LinkDraft } from './link-draft'

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * Keeps an unsaved form over a reload, in this tab only, for one shop and mode. Remembers the last form that
 * was sent too: going back to it must not send it once more under its old name.
 * Storage that is full or forbidden loses the draft, never the form.
 */
export function draftStorage(draftOf: string, place: () => Place = () => window.sessionStorage) {
  const draftKey = `new-link:${draftOf}`
  const sentKey = `new-link-sent:${draftOf}`
  return {
    /** What reads it is fetched only where there is a draft. */
    read: async (): Promise<LinkDraft | null> => {
      const stored = attempt(() => place().getItem(draftKey))
      if (stored === null) return null
      const { readStoredDraft } = await import('./stored-draft')
      return readStoredDraft(stored)
    },
    write: (draft: LinkDraft) => attempt(() => place().setItem(draftKey, JSON.stringify(draft))),
    clear: () => attempt(() => place().removeItem(draftKey)),
    markSent: (submissionId: string) => {
      attempt(() => place().removeItem(draftKey))
      attempt(() => place().setItem(sentKey, submissionId))
    },
    wasSent: (submissionId: string): boolean => attempt(() => place().getItem(sentKey) === submissionId) ?? false,
  }
}

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work()
  } catch {
    return null
  }
}
