/** The page's few repeated looks. */
export const CARD = 'rounded-xl border border-line bg-card'

const BUTTON = 'flex min-h-12 w-full items-center justify-center gap-2 rounded-xl px-4 text-center font-semibold break-words'
export const MAIN_BUTTON = `${BUTTON} bg-accent text-on-accent hover:bg-accent-strong`
export const QUIET_BUTTON = `${BUTTON} border border-line bg-card`
export const TEXT_BUTTON = 'min-h-11 w-full font-semibold text-accent'

export const COLUMN = 'mx-auto w-full max-w-[30rem] px-4'
