import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { languages } from './language.ts'

const pages = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** Key → what stands in braces in any of its forms. */
async function placeholders(page: string, language: string): Promise<Record<string, string[]>> {
  const { default: words }: { default: Record<string, unknown> } = await import(`./${page}/${language}.ts`)
  return Object.fromEntries(
    Object.entries(words).map(([key, phrase]) => {
      const forms = typeof phrase === 'string' ? phrase : JSON.stringify(phrase)
      return [key, [...new Set(forms.match(/\{\w+\}/g))].toSorted()]
    }),
  )
}

it.each(pages)('%s says the same things in all languages', async (page) => {
  const swedish = await placeholders(page, 'sv')
  for (const language of languages) expect(await placeholders(page, language), language).toEqual(swedish)
})
