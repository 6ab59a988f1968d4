/** Test and live are separate data of one shop. */
export const MODES = ['test', 'live'] as const
export type Mode = (typeof MODES)[number]

/** What a seller works on, kept in their browser. */
export const MODE_COOKIE = 'mode'

export const isMode = (text: string | undefined): text is Mode => text === 'test' || text === 'live'
