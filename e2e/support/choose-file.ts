import { expect, type Locator } from '@playwright/test'

/**
 * Chooses a file on a page of the dashboard once its scripts hear it. A person takes seconds for that; a test that is quicker than the
 * page would choose something that nobody hears of.
 */
export async function chooseFile(input: Locator, ...chosen: Parameters<Locator['setInputFiles']>): Promise<void> {
  await expect.poll(() => input.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps')))).toBe(true)
  await input.setInputFiles(...chosen)
}
