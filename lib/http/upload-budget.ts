export type UploadBudget = {
  /** @returns whether there was room for this many bytes more */
  take: (bytes: number) => boolean
  giveBack: (bytes: number) => void
}

/** How many bytes of uploads may be in memory at once, however many people send. Counted as they arrive: who sends slowly takes little. */
export function makeUploadBudget(maxBytes: number): UploadBudget {
  let taken = 0
  return {
    take: (bytes) => {
      if (taken + bytes > maxBytes) return false
      taken += bytes
      return true
    },
    giveBack: (bytes) => {
      taken -= bytes
    },
  }
}

/** Of one process. A form is copied twice while it is taken apart, so this is a third of what the memory must have. */
export const uploadBudget = makeUploadBudget(64 * 1024 * 1024)
