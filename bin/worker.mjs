import { launch, script } from './launch.mjs'

// Outside Next nobody turns `server-only` into nothing for us; React must keep its server renderer.
await launch({ build: false, args: ['--import', 'tsx', '--import', script('allow-server-only.mjs'), script('worker.ts')] })
