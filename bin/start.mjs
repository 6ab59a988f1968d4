import { launch, script } from './launch.mjs'

await launch({ build: true, args: [script('serve.ts')] })
