/** Working groups: made from ideas, limited where they must be, and filled for people without a phone. */
import { useId, useState } from 'react'
import type { GroupView } from '@bordet/workshop'
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'
import { namedPeople } from './people.ts'

export function Groups({ groups }: { groups: readonly GroupView[] }) {
  const { view, say } = useCockpit()
  return (
    <div className="grp">
      <h2>{say('groupsTitle')}</h2>
      {groups.length === 0 && <p className="muted">{say('groupsNone')}</p>}
      <ul>
        {groups.map((group) => (
          <Group key={group.groupId} group={group} />
        ))}
      </ul>
      {view.status !== 'closed' && <NewGroup />}
    </div>
  )
}

function NewGroup() {
  const { view, say, may, commands } = useCockpit()
  const [text, setText] = useState('')
  const busy = commands.pending.some(({ type }) => type === 'makeGroup')
  const make = async (name: string) => {
    if (name.trim() === '' || busy) return
    if (await commands.send({ type: 'makeGroup', text: name.trim() })) setText('')
  }
  return (
    <form
      className="grp-new"
      onSubmit={(event) => {
        event.preventDefault()
        void make(text)
      }}
    >
      <label className="field">
        <span className="lab">{say('groupNew')}</span>
        <input className="in" maxLength={200} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <button className="btn" type="submit" disabled={!may('makeGroup') || busy || text.trim() === ''}>
        <Icon name="plus" />
        {say('groupMake')}
      </button>
      {view.groupIdeas && view.groupIdeas.length > 0 && (
        <div className="grp-ideas" role="group" aria-label={say('groupIdeas')}>
          <p className="hint">{say('groupIdeas')}</p>
          {view.groupIdeas.map((idea) => (
            <button
              key={idea.text}
              className="btn btn-small"
              type="button"
              disabled={!may('makeGroup') || busy}
              onClick={() => void make(idea.text)}
            >
              <Icon name="plus" />
              <span className="grp-idea">{idea.text}</span>
              <span className="muted num">{say('dotsOnIt', { n: idea.dots })}</span>
            </button>
          ))}
        </div>
      )}
    </form>
  )
}

function Group({ group }: { group: GroupView }) {
  const { view, say, may, commands } = useCockpit()
  const { groupId, members, max } = group
  const maxId = useId()
  const people = namedPeople(view, say)
  const inIt = new Map(group.people?.map(({ personId, mayContact }) => [personId, mayContact]))
  const others = people.filter(({ id }) => !inIt.has(id))
  const isFull = max !== null && members >= max
  return (
    <li>
      <div className="grp-head">
        <h3>{group.text}</h3>
        <p className="num">
          {max === null ? say('groupMembers', { n: members }) : say('groupMembersOf', { n: members, max })}
        </p>
        <label htmlFor={maxId}>{say('groupMax')}</label>
        <input
          id={maxId}
          className="in num"
          inputMode="numeric"
          placeholder="–"
          defaultValue={max ?? ''}
          key={max}
          disabled={!may('setGroup')}
          onBlur={({ target }) => {
            const wanted = Math.min(2000, Math.trunc(Number(target.value)) || 0)
            if ((wanted || null) !== max)
              void commands.send({ type: 'setGroup', groupId, max: wanted > 0 ? wanted : null })
          }}
        />
      </div>
      <ul className="grp-people">
        {people
          .filter(({ id }) => inIt.has(id))
          .map(({ id, label }) => (
            <li key={id}>
              {label}
              <label className="grp-contact">
                <input
                  type="checkbox"
                  checked={inIt.get(id) === true}
                  disabled={!may('signUp')}
                  onChange={({ target }) =>
                    void commands.send({ type: 'signUp', groupId, mayContact: target.checked, personId: id })
                  }
                />
                {say('groupMayContact')}
              </label>
              <button
                className="btn btn-quiet btn-small"
                type="button"
                aria-label={say('groupLeave', { name: label })}
                onClick={() => void commands.send({ type: 'leaveGroup', groupId, personId: id })}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
      </ul>
      {!isFull && may('signUp') && others.length > 0 && (
        <select
          className="in"
          aria-label={say('groupAdd', { name: group.text })}
          value=""
          onChange={({ target }) =>
            void commands.send({ type: 'signUp', groupId, mayContact: false, personId: target.value })
          }
        >
          <option value="">{say('groupAddShort')}</option>
          {others.map(({ id, label, table }) => (
            <option key={id} value={id}>
              {say('chosenPerson', { name: label, table })}
            </option>
          ))}
        </select>
      )}
    </li>
  )
}
