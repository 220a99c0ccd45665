/**
 * Notes of all tables sorted into themes: what is unsorted on the left, one at a time or all of it, the themes beside
 * it in columns or a list. By keys, by dragging, by menus, many at once; the last of it can be undone.
 */
import { fetchSorting, fetchSortingHelp, newOpId, type SortingNote } from '@bordet/client'
import { useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'
import { filterNotes, isFiltering, noFilter } from './noteFilter.ts'
import { PickedBar } from './PickedBar.tsx'
import { SortNext } from './SortNext.tsx'
import type { Acts, Scene } from './themeBoardContext.ts'
import { Cards, columnId, DropPlace, ThemeColumn } from './ThemeColumn.tsx'
import { ThemeMenu, type OpenMenu } from './ThemeMenu.tsx'
import { FilterBar, KeysHelp, NewTheme, Switch } from './ThemeTools.tsx'
import { useFetched } from './useFetched.ts'
import { sortAsks, useSorting } from './useSorting.ts'

/** What the list shows beside a single theme. */
const every = 'every'

/** Of the guesses: each time they are all worked out anew. */
const helpRestMs = 1_000

export function ThemeBoard({ say }: { say: SayDesk }) {
  const { who, view, commands } = useCockpit()
  // What is written on a table's board itself changes no version.
  const present = `${view.version} ${view.tables.reduce((sum, { notes }) => sum + notes, 0)}`
  const { value: sorting, hasFailed } = useFetched(fetchSorting, who, present)
  const { value: help } = useFetched(fetchSortingHelp, who, present, helpRestMs)
  const [isList, setList] = useState(false)
  const [isWhole, setWhole] = useState(false)
  const [shown, setShown] = useState(every)
  const [filter, setFilter] = useState(noFilter)
  const [picked, setPicked] = useState<ReadonlyMap<string, string | null>>(new Map())
  const [told, setTold] = useState('')
  const [returned, setReturned] = useState<readonly string[]>([])
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const closeMenu = useCallback(() => setMenu(null), [])
  const id = useId()
  const notes = useMemo(() => filterNotes(sorting?.notes ?? [], filter), [sorting, filter])
  const columns = useMemo(() => columnsOf(notes), [notes])
  const counts = useMemo(() => columnsOf(sorting?.notes ?? []), [sorting])
  const scene = useScene()
  const send = useSorting()
  const { themes, names } = scene
  const pickedNotes = useMemo(
    () => (sorting?.notes ?? []).filter((one) => picked.has(one.id)),
    [sorting, picked],
  )
  const pickedIds = pickedNotes.map((one) => one.id)

  const nameOf = (themeId: string | null) => (themeId && names.get(themeId)) ?? say('unsorted')
  const wordsOf = (n: number, add: string | null, remove: string | null) =>
    add === null
      ? say('takenFrom', { n, theme: nameOf(remove) })
      : say(remove === null ? 'laidIn' : 'movedTo', { n, theme: nameOf(add) })
  const run: typeof send.run = async (asks, words, noteIds) => {
    const done = await send.run(asks, words, noteIds)
    if (done) setTold(`${words}.`)
    return done
  }
  const sort = async (noteIds: readonly string[], add: string | null, remove: string | null) => {
    const done = await run(sortAsks(noteIds, add, remove), wordsOf(noteIds.length, add, remove), noteIds)
    if (done) setPicked((before) => withPicked(before, noteIds, () => null, false))
    return done
  }
  /** Each out of the column that it was picked in. */
  const move = (noteIds: readonly string[], into: string | null, from: string | null) => {
    const groups = Map.groupBy(noteIds, (noteId) =>
      picked.has(noteId) ? (picked.get(noteId) ?? null) : from,
    )
    const leaving = [...groups].filter(([group]) => group !== into)
    const moved = leaving.flatMap(([, ids]) => ids)
    const asks = leaving.flatMap(([group, ids]) => sortAsks(ids, into, group))
    return { asks, moved, isFromTheme: leaving.some(([group]) => group !== null) }
  }
  const moveTo = async (noteIds: readonly string[], into: string | null, from: string | null) => {
    const { asks, moved, isFromTheme } = move(noteIds, into, from)
    if (asks.length === 0) return
    const words =
      into === null
        ? say('takenOut', { n: moved.length })
        : say(isFromTheme ? 'movedTo' : 'laidIn', { n: moved.length, theme: nameOf(into) })
    if (await run(asks, words, moved)) setPicked(new Map())
  }
  const make = async (name: string) => {
    const themeId = newOpId()
    const { asks, moved } = move(pickedIds, themeId, null)
    const words =
      moved.length > 0 ? say('didMakeOf', { n: moved.length, theme: name }) : say('didMake', { theme: name })
    const done = await run([{ type: 'setTheme', themeId, name }, ...asks], words, moved)
    if (done) setPicked(new Map())
    return done
  }
  const takeOut = async (themeId: string | null) => {
    const theirs = themes.filter((theme) => themeId === null || theme.themeId === themeId)
    const asks = theirs.flatMap((theme) => {
      const within = pickedNotes.filter(({ themeIds }) => themeIds.includes(theme.themeId))
      return sortAsks(
        within.map((one) => one.id),
        null,
        theme.themeId,
      )
    })
    const out = pickedNotes.filter(({ themeIds }) =>
      themeId === null ? themeIds.length > 0 : themeIds.includes(themeId),
    )
    const words =
      themeId === null
        ? say('takenOut', { n: out.length })
        : say('takenFrom', { n: out.length, theme: nameOf(themeId) })
    const ids = out.map((one) => one.id)
    if (await run(asks, words, ids)) setPicked(new Map())
  }
  const quoteAll = async (use: boolean) => {
    const those = pickedNotes.filter(({ quote }) => quote !== use)
    for (const one of those) if (!(await commands.send({ type: 'markQuote', noteId: one.id, use }))) return
    setTold(`${say(use ? 'quotesMarked' : 'quotesUnmarked', { n: those.length })}.`)
  }
  const undo = async () => {
    if (!send.last) {
      setTold(say('nothingToUndo'))
      return
    }
    const undone = await send.undo()
    if (!undone) return
    const left = undone.left > 0 ? ` ${say('leftAsIs', { n: undone.left })}` : ''
    setTold(`${say('undone', { what: undone.done.words })}.${left}`)
    setReturned([...undone.done.noteIds])
  }
  const acts = useSame({
    pick(noteIds, from, isPicked) {
      const byId = new Map(sorting?.notes.map((one) => [one.id, one.themeIds]))
      // Those like it may stand elsewhere.
      const fromOf = (noteId: string) => {
        const own = byId.get(noteId) ?? []
        return from !== null && own.includes(from) ? from : (own[0] ?? null)
      }
      setPicked((before) => withPicked(before, noteIds, fromOf, isPicked))
    },
    sort,
    quote: (noteId, use) => void commands.send({ type: 'markQuote', noteId, use }),
    rename: (themeId, name) =>
      run([{ type: 'setTheme', themeId, name }], say('didRename', { theme: nameOf(themeId), name })),
    merge: (themeId, into) =>
      run(
        [{ type: 'mergeThemes', themeId, into }],
        say('didMerge', { theme: nameOf(themeId), into: nameOf(into) }),
      ),
    remove: (themeId) =>
      run([{ type: 'setTheme', themeId, name: '' }], say('didRemove', { theme: nameOf(themeId) })),
    dragged: (noteId) => (picked.has(noteId) ? pickedIds : [noteId]),
    drop({ noteIds, from }, themeId, keep) {
      if (keep && themeId !== null) void sort(noteIds, themeId, null)
      else void moveTo(noteIds, themeId, from)
    },
    openMenu: setMenu,
  })
  if (!sorting) return <p role="status">{say(hasFailed ? 'loadFailed' : 'loading')}</p>
  const known = new Set(themes.map(({ name }) => name.toLocaleLowerCase()))
  const missing = sorting.codebook.filter((one) => !known.has(one.toLocaleLowerCase()))
  const all = sorting.notes.length
  const left = counts.get(null)?.length ?? 0
  const unsorted = columns.get(null) ?? none
  const allSorted = say(left === 0 ? (all === 0 ? 'noNotes' : 'allSorted') : 'noMatch')
  return (
    <div className="themes">
      <div className="themes-bar">
        <NewTheme
          say={say}
          missing={missing}
          hasPicked={pickedIds.length > 0}
          onMake={make}
          onCodebook={() =>
            void run(
              [{ type: 'addThemes', themes: missing.map((name) => ({ themeId: newOpId(), name })) }],
              say('didCodebook'),
            )
          }
        />
        <p className="told num" role="status">
          {told}
        </p>
        <button className="btn btn-small" type="button" disabled={!send.last} onClick={() => void undo()}>
          <Icon name="undo" />
          {send.last ? say('undoWhat', { what: send.last.words }) : say('undo')}
        </button>
      </div>
      {pickedNotes.length > 0 && (
        <PickedBar
          say={say}
          picked={pickedNotes}
          scene={scene}
          acts={acts}
          onMove={(themeId) => void moveTo(pickedIds, themeId, null)}
          onAlso={(themeId) => void sort(pickedIds, themeId, null)}
          onTakeOut={(themeId) => void takeOut(themeId)}
          onQuote={(use) => void quoteAll(use)}
          onNone={() => setPicked(new Map())}
        />
      )}
      <div className="themes-ly">
        <section className="card inbox" aria-labelledby={`${id}in`}>
          <DropPlace as="div" className="inbox-in" themeId={null} acts={acts}>
            <div className="inbox-head">
              <h2 id={`${id}in`}>{say('toSort')}</h2>
              <span className="muted num">{say('leftOf', { left, all })}</span>
            </div>
            <progress className="inbox-bar" max={Math.max(all, 1)} value={all - left} aria-hidden="true" />
            <div className="inbox-row">
              <Switch
                label={say('toSort')}
                options={[say('oneAtATime'), say('allOfThem')]}
                value={isWhole}
                onChange={setWhole}
              />
              <KeysHelp say={say} />
            </div>
            {isWhole ? (
              <Cards
                say={say}
                themeId={null}
                notes={unsorted}
                help={help?.byNote}
                picked={picked}
                scene={scene}
                acts={acts}
                empty={allSorted}
              />
            ) : (
              <SortNext
                say={say}
                notes={unsorted}
                help={help?.byNote ?? null}
                scene={scene}
                acts={acts}
                undo={() => void undo()}
                returned={returned}
                empty={allSorted}
              />
            )}
            <p className="muted keys-line">{say(isWhole ? 'boardHelp' : 'keysLine')}</p>
          </DropPlace>
        </section>
        <section className="themes-main" aria-labelledby={`${id}th`}>
          <div className="themes-tools">
            <h2 id={`${id}th`}>
              {say('tabThemes')} <span className="num muted">{themes.length}</span>
            </h2>
            <FilterBar
              say={say}
              filter={filter}
              phases={phasesOf(sorting.notes, scene.phases)}
              tables={tablesOf(sorting.notes)}
              onChange={setFilter}
            />
            <Switch
              label={say('shape')}
              options={[say('asBoard'), say('asList')]}
              value={isList}
              onChange={setList}
            />
          </div>
          <p className={isFiltering(filter) ? 'num muted' : 'vh'} role="status">
            {isFiltering(filter) ? say('filtered', { n: notes.length, all }) : ''}
          </p>
          {themes.length === 0 && (
            <p className="muted">{say(sorting.codebook.length > 0 ? 'noThemes' : 'noThemesOwn')}</p>
          )}
          {isList && themes.length > 0 && (
            <div className="themes-show">
              <label htmlFor={id}>{say('show')}</label>
              <select className="in" id={id} value={shown} onChange={(event) => setShown(event.target.value)}>
                <option value={every}>{say('everyTheme')}</option>
                {themes.map(({ themeId, name }) => (
                  <option key={themeId} value={themeId}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
          )}
          {!isList && themes.length > 3 && (
            <ThemeJumps say={say} themes={themes} counts={counts} acts={acts} />
          )}
          <ul className={isList ? 'as-list' : 'columns'}>
            {themes
              .filter(({ themeId }) => !isList || shown === every || shown === themeId)
              .map(({ themeId }) => (
                <ThemeColumn
                  key={themeId}
                  say={say}
                  themeId={themeId}
                  notes={columns.get(themeId) ?? none}
                  count={counts.get(themeId)?.length ?? 0}
                  help={help?.byNote}
                  picked={picked}
                  scene={scene}
                  acts={acts}
                  empty={say(counts.has(themeId) ? 'noMatch' : 'emptyColumn')}
                />
              ))}
          </ul>
        </section>
      </div>
      {menu && <ThemeMenu menu={menu} onClose={closeMenu} />}
    </div>
  )
}

const none: readonly SortingNote[] = []

/** All themes at a glance, since there is room for a few columns only: to go to one, and to drop a note on it. */
function ThemeJumps({
  say,
  themes,
  counts,
  acts,
}: {
  say: SayDesk
  themes: Scene['themes']
  counts: ReadonlyMap<string | null, readonly SortingNote[]>
  acts: Acts
}) {
  return (
    <nav className="theme-jumps" aria-label={say('jumps')}>
      <ul>
        {themes.map(({ themeId, name }) => (
          <DropPlace key={themeId} as="li" className="theme-jump" themeId={themeId} acts={acts}>
            <button
              type="button"
              onClick={() => {
                const column = document.getElementById(columnId(themeId))
                column?.scrollIntoView({ block: 'nearest', inline: 'start' })
                column?.querySelector('h2')?.focus({ preventScroll: true })
              }}
            >
              {name} <span className="num">{counts.get(themeId)?.length ?? 0}</span>
            </button>
          </DropPlace>
        ))}
      </ul>
    </nav>
  )
}

/** The same object while its words are the same: the view is a new one with every event of the hall. */
function useScene(): Scene {
  const { who, view, may } = useCockpit()
  const themes = JSON.stringify((view.themes ?? []).map(({ themeId, name }) => ({ themeId, name })))
  const phases = JSON.stringify(view.agenda.map(({ id, name }) => [id, name]))
  const tables = view.tables.length
  const [maySort, mayQuote] = [may('sortNotes'), may('markQuote')]
  return useMemo(() => {
    const all: Scene['themes'] = JSON.parse(themes)
    return {
      themes: all,
      names: new Map(all.map(({ themeId, name }) => [themeId, name])),
      phases: new Map<string, string>(JSON.parse(phases)),
      tables,
      workshopId: who.workshopId,
      key: who.key,
      maySort,
      mayQuote,
    }
  }, [themes, phases, tables, who, maySort, mayQuote])
}

/** The same functions for as long as the page is there, which do what those of the last drawing do. */
function useSame(acts: Acts): Acts {
  const latest = useRef(acts)
  useLayoutEffect(() => {
    latest.current = acts
  })
  return useMemo(
    () => ({
      pick: (noteIds, from, isPicked) => latest.current.pick(noteIds, from, isPicked),
      sort: (noteIds, add, remove) => latest.current.sort(noteIds, add, remove),
      quote: (noteId, use) => latest.current.quote(noteId, use),
      rename: (themeId, name) => latest.current.rename(themeId, name),
      merge: (themeId, into) => latest.current.merge(themeId, into),
      remove: (themeId) => latest.current.remove(themeId),
      dragged: (noteId) => latest.current.dragged(noteId),
      drop: (dragged, themeId, keep) => latest.current.drop(dragged, themeId, keep),
      openMenu: (menu) => latest.current.openMenu(menu),
    }),
    [],
  )
}

function withPicked(
  before: ReadonlyMap<string, string | null>,
  noteIds: readonly string[],
  fromOf: (noteId: string) => string | null,
  isPicked: boolean,
): ReadonlyMap<string, string | null> {
  const next = new Map(before)
  for (const id of noteIds) {
    if (isPicked) next.set(id, fromOf(id))
    else next.delete(id)
  }
  return next
}

/** Theme → its notes; null has those without any. A note with two themes stands in both. */
function columnsOf(notes: readonly SortingNote[]): Map<string | null, SortingNote[]> {
  const columns = new Map<string | null, SortingNote[]>()
  for (const one of notes)
    for (const themeId of one.themeIds.length === 0 ? [null] : one.themeIds) {
      const column = columns.get(themeId)
      if (column) column.push(one)
      else columns.set(themeId, [one])
    }
  return columns
}

function phasesOf(notes: readonly SortingNote[], phases: Scene['phases']): { id: string; name: string }[] {
  const written = new Set(notes.map(({ note }) => note.phase))
  return [...phases].filter(([id]) => written.has(id)).map(([id, name]) => ({ id, name }))
}

function tablesOf(notes: readonly SortingNote[]): number[] {
  return [...new Set(notes.map(({ note }) => note.table))].sort((a, b) => a - b)
}
