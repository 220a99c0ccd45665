/** What one text of the report was at each time: read from the log, so that nothing has to be kept twice. */
import { z } from 'zod'
import { mergeText } from './mergeText.ts'

const editSchema = z.object({
  type: z.literal('editReport'),
  part: z.string(),
  text: z.string(),
  base: z.string().optional(),
})
const mergeSchema = z.object({ type: z.literal('mergeThemes'), themeId: z.string(), into: z.string() })
const writingSchema = z.discriminatedUnion('type', [editSchema, mergeSchema])

export interface TextVersion {
  at: number
  /** What the writer called themselves; may be empty. */
  name: string
  text: string
}

/** What somebody adds in one go is one version; what takes words away or writes others is always its own. */
const sameGoMs = 2 * 60_000

/** `log` in its order; newest version first. */
export function textVersions(
  log: readonly { at: number; actor: { role?: string; name?: string | undefined }; command: unknown }[],
  part: string,
): TextVersion[] {
  const texts = new Map<string, string>()
  const versions: (TextVersion & { role: string | undefined })[] = []
  for (const { at, actor, command } of log) {
    const writing = writingSchema.safeParse(command).data
    if (!writing) continue
    const before = texts.get(part) ?? ''
    if (writing.type === 'editReport') write(texts, writing)
    else join(texts, writing)
    const text = texts.get(part) ?? ''
    if (text === before) continue
    const { role, name = '' } = actor
    const last = versions.at(-1)
    const isSameGo = last?.name === name && last.role === role && at - last.at < sameGoMs
    if (isSameGo && text.includes(last.text)) versions.pop()
    versions.push({ at, name, role, text })
  }
  return versions.map(({ at, name, text }) => ({ at, name, text })).toReversed()
}

function write(texts: Map<string, string>, { part, text, base }: z.infer<typeof editSchema>): void {
  const now = texts.get(part) ?? ''
  texts.set(part, base === undefined || base === now ? text : mergeText(base, now, text).trim())
}

function join(texts: Map<string, string>, { themeId, into }: z.infer<typeof mergeSchema>): void {
  const both = [texts.get(`theme:${into}`) ?? '', texts.get(`theme:${themeId}`) ?? '']
  texts.set(`theme:${into}`, both.filter((text) => text !== '').join('\n\n'))
  texts.delete(`theme:${themeId}`)
}
