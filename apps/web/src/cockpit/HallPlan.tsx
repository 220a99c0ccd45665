/** The floor plan's editor in the cockpit: the same as the organiser's. */
import { FloorPlanEditor } from '../floor/FloorPlanEditor.tsx'
import { floorWords } from '../floor/words.ts'
import { useWords } from '../shared/useWords.ts'
import { useCockpit } from './cockpitContext.ts'

export function HallPlan({ onDone }: { onDone(): void }) {
  const { view, language, commands } = useCockpit()
  const words = useWords(floorWords, language)
  if (!words) return null
  return (
    <FloorPlanEditor
      plan={view.floorPlan}
      tables={view.tables.map(({ number }) => number)}
      say={words}
      failure={null}
      save={async (plan) => (await commands.send({ type: 'setFloorPlan', plan })) !== null}
      onDone={onDone}
    />
  )
}
