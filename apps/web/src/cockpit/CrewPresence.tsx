/** Who else runs this evening and where they are, in words; pressing it lets one say one's own name. */
import type { CrewDoing, CrewView, View } from '@bordet/workshop'
import type { OpenDialog } from './CockpitDialog.tsx'
import { useCockpit } from './cockpitContext.ts'
import type { SayCockpit } from './words.ts'

export function CrewPresence({ open }: { open: OpenDialog }) {
  const { view, say, crewName, colleagues } = useCockpit()
  const [first] = colleagues
  const label =
    first === undefined
      ? crewName || say('crewAskName')
      : colleagues.length === 1
        ? say('crewAndOne', { name: nameOf(first, say), place: placeOf(first, view, say) })
        : say('crewAndMore', { n: colleagues.length })
  return (
    <button className="pres" type="button" onClick={() => open('crew')}>
      <span className="av me" aria-hidden="true">
        {initial(crewName)}
      </span>
      {colleagues.slice(0, 3).map((colleague) => (
        <span key={colleague.pageId} className="av" aria-hidden="true">
          {initial(colleague.name)}
        </span>
      ))}
      <span className="lbl">{label}</span>
    </button>
  )
}

export function nameOf({ name }: CrewView, say: SayCockpit): string {
  return name || say('crewSomebody')
}

export function placeOf({ name, role, table, doing }: CrewView, { tables }: View, say: SayCockpit): string {
  const goesTo = name === '' ? undefined : tables.find(({ helpBy }) => helpBy === name)
  if (goesTo) return say('crewGoing', { table: goesTo.number })
  if (table !== null) return say('crewLooking', { table })
  if (doing) return say(doingWords[doing])
  return say(role === 'helper' ? 'crewHelping' : 'crewSteering')
}

const doingWords = {
  themes: 'crewThemes',
  report: 'crewReport',
  history: 'crewHistory',
  files: 'crewFiles',
} as const satisfies Record<CrewDoing, string>

function initial(name: string): string {
  return [...name.trim()][0]?.toLocaleUpperCase() ?? '·'
}
