/** Test and live are separate data of one shop. */
export const MODES = ['test', 'live'] as const
export type Mode = (typeof MODES)[number]

/** What a seller works on, kept in their browser. Readable by the page: a tab that shows another mode notices and loads again. */
export const MODE_COOKIE = 'mode'
export const MODE_COOKIE_OPTIONS = { path: '/', maxAge: 365 * 24 * 60 * 60, sameSite: 'lax' } as const

export const isMode = (text: string | undefined): text is Mode => text === 'test' || text === 'live'
