export const SERVE_ARGS: readonly string[]
