import { launch } from './launch.mjs'
import { SERVE_ARGS } from './serve-args.mjs'

await launch({ build: true, args: SERVE_ARGS })
