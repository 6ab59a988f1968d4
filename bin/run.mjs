// node bin/run.mjs [--build] FILE [arguments]: runs a script of the project beside its database.
import { launch, script } from './launch.mjs'

const [first, ...others] = process.argv.slice(2)
const build = first === '--build'
await launch({ build, args: [script('run-script.ts'), ...(build ? others : [first, ...others])] })
