/** What all mails of a mailing in one language have in common, as it was when the mailing was made. */
import { headlinesOf } from '@bordet/harvest'
import type { Language } from '@bordet/text'
import { z } from 'zod'
import type { Exporter } from '../export/exporter.ts'
import { harvestFormatSchema, harvestReport } from '../export/harvestReport.ts'
import type { MailingMatter } from '../storage/storage.ts'
import type { Desk } from '../workshops/desk.ts'

/** What a mail says of the harvest. */
export const mailFactsSchema = z.object({
  title: z.string(),
  /** Who invited; may be empty. */
  owner: z.string(),
  joinCode: z.string(),
  headlines: z.object({
    facts: z.array(z.tuple([z.string(), z.string()])),
    top: z.array(z.object({ text: z.string(), dots: z.number() })),
  }),
})

/** One for each language, all of the same moment. Rejects when a file cannot be written. `format` may be `link`. */
export async function encloseHarvest(
  { desk, exporter, now }: { desk: Desk; exporter: Exporter; now: number },
  format: string,
  languages: readonly Language[],
): Promise<MailingMatter[]> {
  const report = await harvestReport(desk, now)
  const { title, owner } = report
  const { joinCode } = desk.state
  const matter: MailingMatter[] = []
  for (const language of languages) {
    const facts: z.input<typeof mailFactsSchema> = {
      title,
      owner,
      joinCode,
      headlines: await headlinesOf(report, language),
    }
    const file =
      format === 'link' ? null : await exporter.write(report, harvestFormatSchema.parse(format), language)
    matter.push({ language, facts, file })
  }
  return matter
}
