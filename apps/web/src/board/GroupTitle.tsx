/** A group's name, and the way to a better one. */
import { useId, useState } from 'react'
import { Dialog } from '../shared/Dialog.tsx'
import { Icon } from '../shared/Icon.tsx'
import { useBoard } from './boardContext.ts'

export function GroupTitle({
  title,
  noteIds,
  className,
}: {
  title: string
  noteIds: readonly string[]
  className: string
}) {
  const { board, mayWrite, say } = useBoard()
  const id = useId()
  const [name, setName] = useState<string | null>(null)
  const close = () => setName(null)
  return (
    <>
      {mayWrite ? (
        <button
          className={className}
          type="button"
          title={say('groupRename')}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => setName(title)}
        >
          <span>{title}</span>
          <Icon name="pen" />
          <span className="vh">{say('groupRename')}</span>
        </button>
      ) : (
        <span className={className}>{title}</span>
      )}
      {name !== null && (
        <Dialog title={say('groupRename')} closeLabel={say('listClose')} onClose={close}>
          <form
            className="bg-name"
            onPointerDown={(event) => event.stopPropagation()}
            onKeyDown={(event) => event.stopPropagation()}
            onSubmit={(event) => {
              event.preventDefault()
              board.edits.renameGroup(noteIds, name)
              close()
            }}
          >
            <label className="lab" htmlFor={id}>
              {say('groupName')}
            </label>
            <input
              className="in"
              id={id}
              data-first
              maxLength={80}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <button className="btn btn-main" type="submit">
              {say('noteDone')}
            </button>
          </form>
        </Dialog>
      )}
    </>
  )
}
