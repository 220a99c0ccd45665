/** Who goes to the table that asked for help: said by one press, and told to colleagues by name. */
import { useCockpit } from './cockpitContext.ts'

export function ClaimHelp({ table }: { table: number }) {
  const { say, may, commands } = useCockpit()
  const busy = commands.pending.some((ask) => ask.type === 'claimHelp' && ask.table === table)
  return (
    <button
      className="btn"
      type="button"
      disabled={!may('claimHelp') || busy}
      onClick={() => void commands.send({ type: 'claimHelp', table })}
    >
      {say('helpClaim')}
      <span className="vh"> – {say('tableTitle', { table })}</span>
    </button>
  )
}

/** `by`: a name, empty when none was given. */
export function HelpClaimed({ by }: { by: string }) {
  const { say, crewName } = useCockpit()
  const words =
    by === ''
      ? say('oneClaimedSomebody')
      : by === crewName
        ? say('oneClaimedYou')
        : say('oneClaimed', { name: by })
  return <span> · {words}</span>
}
