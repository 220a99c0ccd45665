/**
 * Draws the hall on a grid of buttons. With the keyboard: arrows walk, Enter lifts a thing and sets it down, Delete
 * takes it away, Escape lets go. Dragging does the same as lifting, for those who have a mouse.
 */
import { evenRows, type FloorPlan } from '@bordet/workshop'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { Icon } from '../shared/Icon.tsx'
import {
  clearSquare,
  finishPlan,
  moveStanding,
  openPlan,
  resizePlan,
  squareKey,
  toggleFixture,
  type DraftPlan,
  type Fixture,
  type Square,
  type Standing,
} from './draftPlan.ts'
import { fixtureWords, type SayFloor } from './words.ts'

interface Props {
  plan: FloorPlan | null
  tables: readonly number[]
  say: SayFloor
  /** Why the last save failed, in words. */
  failure: string | null
  /** Null takes the plan away. */
  save(plan: FloorPlan | null): Promise<boolean>
  onDone(): void
}

type Tool = 'move' | Fixture
const tools: readonly Tool[] = ['move', 'stage', 'door', 'coffee', 'window']

export function FloorPlanEditor({ plan, tables, say, failure, save, onDone }: Props) {
  const [draft, setDraft] = useState(() => openPlan(plan ?? evenRows(tables), tables))
  const [tool, setTool] = useState<Tool>('move')
  const [said, setSaid] = useState('')
  const [saving, setSaving] = useState(false)
  const change = (next: DraftPlan, words: string) => {
    setDraft(next)
    setSaid(words)
  }
  const finish = async (next: FloorPlan | null) => {
    setSaving(true)
    const done = await save(next)
    setSaving(false)
    if (done) onDone()
  }
  return (
    <div className="floor-ed">
      <p className="muted">{say('intro')}</p>
      <div className="floor-bar">
        <Tools say={say} tool={tool} choose={setTool} />
        <Sizes say={say} draft={draft} change={change} />
      </div>
      <FloorGrid say={say} draft={draft} tool={tool} change={change} tell={setSaid} />
      <p role="status" className="floor-said">
        {failure ?? said}
      </p>
      <div className="floor-end">
        <button
          className="btn btn-main"
          type="button"
          disabled={saving}
          onClick={() => void finish(finishPlan(draft))}
        >
          {say('save')}
        </button>
        <button
          className="btn"
          type="button"
          onClick={() => change(openPlan(evenRows(tables), tables), say('evenDone'))}
        >
          {say('even')}
        </button>
        {plan && (
          <button className="btn" type="button" disabled={saving} onClick={() => void finish(null)}>
            <Icon name="trash" />
            {say('remove')}
          </button>
        )}
      </div>
    </div>
  )
}

function Tools({ say, tool, choose }: { say: SayFloor; tool: Tool; choose(tool: Tool): void }) {
  const name = useId()
  return (
    <fieldset className="floor-tools">
      <legend>{say('tools')}</legend>
      {tools.map((one) => (
        <label key={one} className="choice">
          <input type="radio" name={name} checked={one === tool} onChange={() => choose(one)} />
          <span className="tile">
            <span className="dot" aria-hidden="true" />
            {one === 'move' ? say('move') : say(fixtureWords[one])}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface Editing {
  say: SayFloor
  draft: DraftPlan
  /** Takes over the next draft and says what happened. */
  change(next: DraftPlan, words: string): void
}

function Sizes({ say, draft, change }: Editing) {
  const resize = (columns: number, rows: number) => {
    const next = resizePlan(draft, columns, rows)
    change(next, next === draft ? say('sizeKept') : say('size', { columns, rows }))
  }
  const { columns, rows } = draft
  return (
    <div className="floor-sizes">
      <Stepper label={say('columns')} value={columns} say={say} step={(by) => resize(columns + by, rows)} />
      <Stepper label={say('rows')} value={rows} say={say} step={(by) => resize(columns, rows + by)} />
    </div>
  )
}

function Stepper({
  label,
  value,
  say,
  step,
}: {
  label: string
  value: number
  say: SayFloor
  step(by: number): void
}) {
  return (
    <div className="stp" role="group" aria-label={label}>
      <button
        className="btn"
        type="button"
        aria-label={say('less', { what: label })}
        onClick={() => step(-1)}
      >
        <Icon name="minus" />
      </button>
      <span>
        {label} <b className="num">{value}</b>
      </span>
      <button className="btn" type="button" aria-label={say('more', { what: label })} onClick={() => step(1)}>
        <Icon name="plus" />
      </button>
    </div>
  )
}

interface GridProps extends Editing {
  tool: Tool
  tell(words: string): void
}

function FloorGrid({ say, draft, tool, change, tell }: GridProps) {
  const [lifted, setLifted] = useState<Square | null>(null)
  /** The one square that Tab comes to; arrows move it. */
  const [here, setHere] = useState<Square>({ x: 0, y: 0 })
  const grid = useRef<HTMLDivElement>(null)
  const { columns, rows, standing } = draft
  const at = { x: Math.min(here.x, columns - 1), y: Math.min(here.y, rows - 1) }
  const nameOf = (what: Standing) =>
    what.kind === 'table' ? say('table', { n: what.table }) : say(fixtureWords[what.kind])
  const place = ({ x, y }: Square) => say('place', { row: y + 1, column: x + 1 })

  const drop = (from: Square, to: Square) => {
    setLifted(null)
    const what = standing.get(squareKey(from))
    if (what)
      change(moveStanding(draft, from, to), say('standsNow', { what: nameOf(what), place: place(to) }))
  }
  const press = (square: Square) => {
    setHere(square)
    const what = standing.get(squareKey(square))
    if (lifted) return drop(lifted, square)
    if (tool === 'move') {
      if (!what) return tell(say('nothingHere'))
      setLifted(square)
      return tell(say('lifted', { what: nameOf(what) }))
    }
    if (what?.kind === 'table') return tell(say('tableHere', { what: nameOf(what) }))
    const isGone = what?.kind === tool
    const said = { what: say(fixtureWords[tool]), place: place(square) }
    return change(toggleFixture(draft, square, tool), say(isGone ? 'gone' : 'standsNow', said))
  }
  const walk = (event: KeyboardEvent) => {
    const step = arrows[event.key]
    if (step) {
      event.preventDefault()
      const next = {
        x: Math.min(columns - 1, Math.max(0, at.x + step.x)),
        y: Math.min(rows - 1, Math.max(0, at.y + step.y)),
      }
      setHere(next)
      grid.current?.querySelector<HTMLElement>(`[data-square="${squareKey(next)}"]`)?.focus()
    } else if (event.key === 'Escape' && lifted) {
      event.stopPropagation()
      event.preventDefault()
      setLifted(null)
      tell(say('letGo'))
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      const what = standing.get(squareKey(at))
      if (what?.kind === 'table') tell(say('tableStays'))
      else if (what) change(clearSquare(draft, at), say('gone', { what: nameOf(what), place: place(at) }))
    }
  }
  return (
    <div ref={grid} className="floor-grid" role="grid" aria-label={say('gridLabel')} onKeyDown={walk}>
      {Array.from({ length: rows }, (_, y) => (
        <div key={y} role="row" style={{ gridTemplateColumns: `repeat(${columns}, minmax(34px, 1fr))` }}>
          {Array.from({ length: columns }, (__, x) => {
            const square = { x, y }
            const what = standing.get(squareKey(square))
            const isLifted = lifted !== null && lifted.x === x && lifted.y === y
            return (
              <div key={x} role="gridcell">
                <button
                  type="button"
                  className={`floor-sq ${what?.kind ?? 'free'}${isLifted ? ' is-lifted' : ''}`}
                  data-square={squareKey(square)}
                  tabIndex={x === at.x && y === at.y ? 0 : -1}
                  aria-label={`${place(square)}: ${what ? nameOf(what) : say('free')}`}
                  aria-pressed={isLifted}
                  draggable={what !== undefined}
                  onClick={() => press(square)}
                  onDragStart={() => setLifted(square)}
                  onDragEnd={() => setLifted(null)}
                  onDragOver={(event) => event.preventDefault()}
                  onDrop={(event) => {
                    event.preventDefault()
                    if (lifted) drop(lifted, square)
                  }}
                >
                  {what?.kind === 'table' ? what.table : what && say(fixtureWords[what.kind])}
                </button>
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}

const arrows: Readonly<Record<string, Square>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
