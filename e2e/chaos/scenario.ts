import type { MerchantScope } from '@/lib/shop/scope'
import type { Promises } from './promises.ts'
import type { Random } from './seeded-random.ts'
import type { World } from './world.ts'

export type Act = {
  world: World
  rounds: number
  random: Random
  promises: Promises
  /** A shop of the scenario's own, and links in it, made by the product's use cases. */
  scope: MerchantScope
  makeLink(usageLimit: number | null): Promise<{ id: string; slug: string }>
  /** One line on the screen now and then, so that a long run is seen to go on. */
  progress(done: number): void
}

export type Scenario = {
  name: string
  rounds: { full: number; quick: number }
  /** Settings of server A. */
  env?: Record<string, string>
  run(act: Act): Promise<void>
}
