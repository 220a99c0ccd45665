/** What one text of the report was at each time: read from the log, so that nothing has to be kept twice. */
import { z } from 'zod'
import { mergeText } from './mergeText.ts'

const editSchema = z.object({
  type: z.literal('editReport'),
  part: z.string(),
  text: z.string(),
  base: z.string().optional(),
})

export interface TextVersion {
  at: number
  /** What the writer called themselves; may be empty. */
  name: string
  text: string
}

/** What somebody adds in one go is one version; what takes words away is always its own. */
const sameGoMs = 2 * 60_000

/** `log` in its order; newest version first. */
export function textVersions(
  log: readonly { at: number; actor: { name?: string | undefined }; command: unknown }[],
  part: string,
): TextVersion[] {
  const versions: TextVersion[] = []
  for (const { at, actor, command } of log) {
    const edit = editSchema.safeParse(command).data
    if (edit?.part !== part) continue
    const now = versions.at(-1)?.text ?? ''
    const text =
      edit.base === undefined || edit.base === now ? edit.text : mergeText(edit.base, now, edit.text)
    const name = actor.name ?? ''
    const last = versions.at(-1)
    if (last?.name === name && at - last.at < sameGoMs && text.length >= last.text.length) versions.pop()
    versions.push({ at, name, text })
  }
  return versions.toReversed()
}
