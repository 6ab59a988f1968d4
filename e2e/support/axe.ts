import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What axe finds wrong with a page, a line for each rule; what is fine is not described, which takes most of the time.
 * Only a page with frames needs a second page where axe gathers what it found in each of them.
 * @param only a selector: nothing but what is inside
 */
export async function findingsOf(page: Page, only?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(page.frames().length === 1)
  const { violations } = await (only === undefined ? axe : axe.include(only)).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
