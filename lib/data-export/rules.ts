/** How long a file can be downloaded. It holds what customers are called, so not for ever. */
export const KEEP_FILES_DAYS = 7
