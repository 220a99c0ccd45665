/** What all mails of a mailing in one language have in common, as it was when the mailing was made. */
import { digestOf, type Digest } from '@bordet/harvest'
import type { Language } from '@bordet/text'
import { languageSchema } from '@bordet/workshop/schemas'
import { z } from 'zod'
import type { Exporter } from '../export/exporter.ts'
import { harvestFormatSchema, harvestReport } from '../export/harvestReport.ts'
import type { MailingMatter } from '../storage/storage.ts'
import type { Desk } from '../workshops/desk.ts'
import type { Desks } from '../workshops/desks.ts'

const lineSchema = z.object({
  label: z.string(),
  text: z.string(),
  look: z.enum(['plain', 'quote', 'quiet']),
  source: z.string(),
})
const entrySchema = z.object({ title: z.string(), note: z.string(), lines: z.array(lineSchema) })
const digestSchema: z.ZodType<Digest> = z.object({
  title: z.string(),
  owner: z.string(),
  language: languageSchema,
  writtenIn: languageSchema,
  facts: z.string(),
  notices: z.array(z.string()),
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('heading'), text: z.string() }),
      z.object({ kind: z.literal('words'), text: z.string() }),
      z.object({ kind: z.literal('quiet'), text: z.string() }),
      z.object({ kind: z.literal('entries'), isRanked: z.boolean(), entries: z.array(entrySchema) }),
    ]),
  ),
})

/** What a mail says of the harvest. */
export const mailFactsSchema = z.object({ joinCode: z.string(), digest: digestSchema })

/** One for each language, all of the same moment. Rejects when a file cannot be written. `format` may be `link`. */
export async function encloseHarvest(
  { desk, desks, exporter, now }: { desk: Desk; desks: Pick<Desks, 'open'>; exporter: Exporter; now: number },
  format: string,
  languages: readonly Language[],
): Promise<MailingMatter[]> {
  const report = await harvestReport(desk, now, desks)
  const { joinCode } = desk.state
  const matter: MailingMatter[] = []
  for (const language of languages) {
    const facts: z.infer<typeof mailFactsSchema> = { joinCode, digest: await digestOf(report, language) }
    const file =
      format === 'link' ? null : await exporter.write(report, harvestFormatSchema.parse(format), language)
    matter.push({ language, facts, file })
  }
  return matter
}
