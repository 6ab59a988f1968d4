import { launch, script } from './launch.mjs'

await launch({ build: false, args: [script('serve.ts'), '--dev'] })
