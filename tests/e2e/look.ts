/** Looks at a page as it stands: axe finds nothing, nothing is wider than the window; a picture where BORDET_SHOTS says where to. */
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const shots = process.env['BORDET_SHOTS']

export async function look(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
  const { violations } = await axeOf(page).analyze()
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    name,
  ).toEqual([])
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expect(overflow, `${name} is wider than its window`).toBeLessThanOrEqual(0)
}

/** Not in the preview's frame, where nothing runs, so that axe would wait in it for ever: its page is looked at as a file. */
export function axeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).exclude('iframe[sandbox]')
}
