/** Decoding takes memory by the picture, not by the file: a large one a quarter of a gigabyte. So few at a time in each process, the others wait. */
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

/** One bound on decoding for every picture that somebody sends: proofs, products, logos. */
export async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
