/** A reason not to start that the person at the keyboard can act on; its message is one sentence, shown without a stack. */
export class StartError extends Error {
  override name = 'StartError'
}

/** Turns failures of the disk into a sentence about `path`; anything else comes back unchanged. */
export function explainDiskError(error: unknown, path: string): unknown {
  const sentence = diskSentence(errorCode(error), path)
  return sentence === null ? error : new StartError(sentence, { cause: error })
}

/** The same for a program that only tells by its output. */
export function explainDiskOutput(output: string, path: string): StartError | null {
  const code = /No space left on device|Check free disk space|could not resize shared memory segment/i.test(output)
    ? 'ENOSPC'
    : /Disk quota exceeded/i.test(output)
      ? 'EDQUOT'
      : /Read-only file system/i.test(output)
        ? 'EROFS'
        : /Permission denied/i.test(output)
          ? 'EACCES'
          : undefined
  const sentence = diskSentence(code, path)
  return sentence === null ? null : new StartError(sentence)
}

export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

function diskSentence(code: string | undefined, path: string): string | null {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full: free some space for ${path} and start again.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${path} is not writable: change its permissions, or set DATA_DIR to a folder that is.`
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path} is not a folder: set DATA_DIR to a folder.`
    default:
      return null
  }
}
