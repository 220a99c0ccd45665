/** Everything that can be said of one part of the programme. Of the part that is on: its words and its zones. */
import { phaseKinds, type Phase, type Rotation } from '@bordet/workshop'
import { useDesk } from './organiseContext.ts'
import type { ProgrammeModel } from './programmeModel.ts'
import { ChoiceField, linesOf, TypedField } from './TypedField.tsx'
import { ZonePicker } from './ZonePicker.tsx'

const rotations = [
  ['none', 'rotationNone'],
  ['scatter', 'rotationScatter'],
  ['home', 'rotationHome'],
  ['other_town', 'rotationOther'],
  ['mixed', 'rotationMixed'],
] as const satisfies readonly (readonly [Rotation, string])[]
const modes = [
  ['open', 'modeOpen'],
  ['hidden', 'modeHidden'],
  ['hiddenFirst', 'modeFirst'],
] as const
/** What the big screen shows in its largest letters. */
const shortQuestion = 140

export function PhaseFields({
  model,
  phase,
  isNow,
}: {
  model: ProgrammeModel
  phase: Phase
  isNow: boolean
}) {
  const { plan } = useDesk()
  const edit = (part: Partial<Omit<Phase, 'id'>>) =>
    void model.change({ type: 'editPhase', phaseId: phase.id, ...part })
  const { noteMode } = phase
  return (
    <>
      <TypedField
        label={plan('name')}
        value={phase.name}
        maxLength={200}
        lang={model.language}
        take={(text) => text.trim() && edit({ name: text.trim() })}
      />
      <TypedField
        label={plan('question')}
        value={phase.question ?? ''}
        maxLength={500}
        lines={2}
        lang={model.language}
        hint={(text) => plan(text.length > shortQuestion ? 'long' : 'short', { n: text.length })}
        take={(text) => edit({ question: text.trim() })}
      />
      <TypedField
        label={plan('help')}
        value={phase.help ?? ''}
        maxLength={500}
        lines={2}
        lang={model.language}
        {...(model.place === null ? {} : { hint: plan('holes', { hole: '{place}' }) })}
        take={(text) => edit({ help: text.trim() })}
      />
      <TypedField
        label={plan('starters')}
        value={phase.starters.join('\n')}
        lines={3}
        lang={model.language}
        hint={plan('perLine')}
        take={(text) => edit({ starters: linesOf(text, 80).slice(0, 20) })}
      />
      {!isNow && (
        <div className="pf-row">
          <ChoiceField
            label={plan('kind')}
            value={phase.kind}
            options={phaseKinds.map((value) => ({ value, name: plan(`kind_${value}`) }))}
            take={(kind) => edit({ kind })}
          />
          <ChoiceField
            label={plan('rotation')}
            value={phase.rotation}
            options={rotations.map(([value, name]) => ({ value, name: plan(name) }))}
            take={(rotation) => edit({ rotation })}
          />
          <ChoiceField
            label={plan('noteMode')}
            value={noteMode.kind}
            options={modes.map(([value, name]) => ({ value, name: plan(name) }))}
            take={(kind) => edit({ noteMode: kind === 'hiddenFirst' ? { kind, minutes: 5 } : { kind } })}
          />
          {noteMode.kind === 'hiddenFirst' && (
            <TypedField
              label={plan('modeMinutes')}
              value={String(noteMode.minutes)}
              maxLength={3}
              numeric
              take={(text) => {
                const minutes = Number(text)
                if (Number.isInteger(minutes) && minutes > 0)
                  edit({ noteMode: { kind: 'hiddenFirst', minutes } })
              }}
            />
          )}
          {phase.kind === 'vote' && (
            <TypedField
              label={plan('votes')}
              value={String(phase.votes ?? 3)}
              maxLength={2}
              numeric
              take={(text) => {
                const votes = Number(text)
                if (Number.isInteger(votes) && votes >= 1 && votes <= 20) edit({ votes })
              }}
            />
          )}
        </div>
      )}
      <ZonePicker model={model} phase={phase} isNow={isNow} />
    </>
  )
}
