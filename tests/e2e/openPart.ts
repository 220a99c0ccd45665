/** Opens a section of the report at the harvest's desk: from the list beside it, or on a phone from the list of all. */
import type { Page } from '@playwright/test'

export async function openPart(page: Page, title: string): Promise<void> {
  const back = page.getByRole('button', { name: 'Alla avsnitt' })
  if (await back.isVisible()) await back.press('Enter')
  await page
    .getByRole('navigation', { name: 'Rapportens avsnitt' })
    .getByRole('button', { name: title })
    .press('Enter')
  await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor()
}
