/** The working groups and how many are in each; never who. */
import { Fitted } from './Fitted.tsx'
import { JoinStrip } from './JoinStrip.tsx'
import { useShown } from './screenContext.ts'
import { useHeading } from './useHeading.ts'

export function GroupsStage() {
  const { view, say } = useShown()
  const heading = useHeading()
  return (
    <>
      <Fitted className="sc-groups">
        <h1>{heading}</h1>
        <p className="how">{say('groupsHow')}</p>
        <ul className="grs">
          {view.groups?.map(({ groupId, text, members, max }) => (
            <li key={groupId} className={max !== null && members >= max ? 'full' : ''}>
              <h2>{text}</h2>
              <p className="num">
                <b>{members}</b>{' '}
                {max === null ? say('members', { n: members }) : say('membersOf', { n: members, max })}
              </p>
            </li>
          ))}
        </ul>
      </Fitted>
      <JoinStrip />
    </>
  )
}
