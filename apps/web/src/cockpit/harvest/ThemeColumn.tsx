/** A theme's notes: its head stays in sight while they scroll by themselves, and notes can be dropped on it. */
import type { NoteHelp, SortingNote } from '@bordet/client'
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react'
import type { SayDesk } from './deskWords.ts'
import { dragType, readDragged, type Acts, type Scene } from './themeBoardContext.ts'
import { ThemeCard } from './ThemeCard.tsx'
import { ThemeHead } from './ThemeHead.tsx'

interface CardsProps {
  say: SayDesk
  /** Null: those without one. */
  themeId: string | null
  notes: readonly SortingNote[]
  help: ReadonlyMap<string, NoteHelp> | undefined
  picked: ReadonlyMap<string, string | null>
  scene: Scene
  acts: Acts
  /** What stands there instead of notes. */
  empty: string
}

export function ThemeColumn({ count, ...props }: CardsProps & { count: number }) {
  const { say, themeId, notes, scene, acts } = props
  const name = (themeId && scene.names.get(themeId)) ?? say('unsorted')
  const tables = new Set(notes.map(({ note }) => note.table).filter((table) => table > 0)).size
  return (
    <DropPlace as="li" className="column" themeId={themeId} acts={acts} id={columnId(themeId)}>
      <ThemeHead
        say={say}
        themeId={themeId}
        name={name}
        count={count}
        themes={scene.themes}
        acts={acts}
        note={tables === 0 ? '' : say('fromTables', { n: tables, of: scene.tables })}
      />
      <Cards {...props} />
    </DropPlace>
  )
}

/** Where a link to a theme leads. */
export function columnId(themeId: string | null): string {
  return `theme-${themeId ?? 'none'}`
}

/** What takes dragged notes into a theme, or out of all with null. */
export function DropPlace({
  as: Tag,
  className,
  id,
  themeId,
  acts,
  children,
}: {
  as: 'li' | 'div'
  className: string
  id?: string
  themeId: string | null
  acts: Acts
  children: ReactNode
}) {
  const [isOver, setOver] = useState(false)
  return (
    <Tag
      {...(id === undefined ? {} : { id })}
      className={isOver ? `${className} drop-over` : className}
      onDragOver={(event: DragEvent) => {
        if (!event.dataTransfer.types.includes(dragType)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event: DragEvent) => {
        setOver(false)
        const dragged = readDragged(event.dataTransfer.getData(dragType))
        if (!dragged) return
        event.preventDefault()
        acts.drop(dragged, themeId, event.ctrlKey || event.altKey)
      }}
    >
      {children}
    </Tag>
  )
}

/** Cards that are drawn at once; more come as one nears the end of the column. */
const cardsAtOnce = 40

export function Cards({ say, themeId, notes, help, picked, scene, acts, empty }: CardsProps) {
  const [count, setCount] = useState(cardsAtOnce)
  if (notes.length === 0) return <p className="muted">{empty}</p>
  return (
    <div className="cards-scroll">
      <ul className="cards">
        {notes.slice(0, count).map((one) => (
          <ThemeCard
            key={one.id}
            say={say}
            one={one}
            help={help?.get(one.id)}
            column={themeId}
            isPicked={picked.has(one.id)}
            scene={scene}
            acts={acts}
          />
        ))}
      </ul>
      {notes.length > count && (
        <More words={say('more', { n: notes.length - count })} onMore={() => setCount(count + cardsAtOnce)} />
      )}
    </div>
  )
}

/** Pressed by who wants to, and by itself when one scrolls that far. */
function More({ words, onMore }: { words: string; onMore(): void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!button.current) return
    const watching = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onMore()
      },
      { rootMargin: '600px' },
    )
    watching.observe(button.current)
    return () => watching.disconnect()
  }, [onMore])
  return (
    <button ref={button} className="btn btn-small more-cards" type="button" onClick={onMore}>
      {words}
    </button>
  )
}
