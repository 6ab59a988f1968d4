import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const pack = promisify(brotliCompress)
/** Of what is packed already, as pictures are, nothing is left to gain. */
const TEXTS = /\.(?:css|js|json|svg|txt)$/
/** Bytes; less fits into one packet anyway. */
const WORTH_IT = 1_000

/**
 * Packs the files of a build as tightly as Brotli can, each beside itself with `.br` behind its name. They never change, so what takes
 * seconds here is done once and not, less tightly, for everybody who asks.
 * @returns how many
 */
export async function packStatic(build) {
  const folder = join(build, 'static')
  const texts = readdirSync(folder, { recursive: true }).filter((path) => TEXTS.test(path)).map((path) => join(folder, path))
  const packed = await Promise.all(
    texts.map(async (path) => {
      const content = readFileSync(path)
      if (content.length < WORTH_IT) return 0
      writeFileSync(`${path}.br`, await pack(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }))
      return 1
    }),
  )
  return packed.reduce((sum, one) => sum + one, 0)
}
