/** Opens a section of the report at the harvest's desk: from the list beside it, or on a phone from the list of all. */
import type { Page } from '@playwright/test'

const words = {
  sv: { list: 'Rapportens avsnitt', all: 'Alla avsnitt' },
  en: { list: 'Sections of the report', all: 'All sections' },
}

export async function openPart(page: Page, title: string, language: 'sv' | 'en' = 'sv'): Promise<void> {
  const { list, all } = words[language]
  const back = page.getByRole('button', { name: all })
  if (await back.isVisible()) await back.press('Enter')
  const link = page.getByRole('navigation', { name: list }).getByRole('button', { name: title })
  await link.press('Enter')
  await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor()
}
