/** The page's few repeated looks. */
export const CARD = 'rounded-xl border border-line bg-card'

const SHAPE = 'flex min-h-12 w-full items-center justify-center gap-2 rounded-xl py-2 text-center font-semibold break-words'
const BUTTON = `${SHAPE} px-4`
export const MAIN_BUTTON = `${BUTTON} bg-accent text-on-accent hover:bg-accent-strong`
export const QUIET_BUTTON = `${BUTTON} border border-line bg-card`
/** Two of them beside each other on the narrowest phone. */
export const HALF_BUTTON = `${SHAPE} border border-line bg-card px-1.5`
export const TEXT_BUTTON = 'min-h-11 w-full font-semibold text-accent'

export const COLUMN = 'mx-auto w-full max-w-[30rem] px-4'
