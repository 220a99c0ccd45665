/** The text under one heading of the report, and what it was. */
import type { Ref } from 'react'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'
import { SharedText, type TextControl } from './SharedText.tsx'
import { Versions } from './Versions.tsx'

export function PartText({
  say,
  label,
  part,
  text,
  rows = 4,
  control,
}: {
  say: SayDesk
  label: string
  part: string
  text: string
  rows?: number
  control?: Ref<TextControl>
}) {
  const { may, commands } = useCockpit()
  return (
    <>
      <SharedText
        say={say}
        label={label}
        hidesLabel
        value={text}
        rows={rows}
        field={{ kind: 'text', part }}
        {...(control ? { control } : {})}
      />
      <Versions
        say={say}
        of={label}
        what={`texts/${encodeURIComponent(part)}`}
        now={{ text }}
        cellNames={null}
        mayRestore={may('editReport')}
        restore={(then) => commands.send({ type: 'editReport', part, text: then['text'] ?? '', base: text })}
      />
    </>
  )
}
