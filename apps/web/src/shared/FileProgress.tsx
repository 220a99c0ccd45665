/** How far a file is that the server writes for this page, with a way to call it off and to try once more. */
import { ApiError } from '@bordet/client'
import type { Language } from '@bordet/text'
import type sv from '@bordet/text/files/sv'
import { useRef, useState, type ReactNode } from 'react'
import { createFileJob, NotWritten, type FileJob, type FileStep } from './fileJob.ts'
import { Icon } from './Icon.tsx'
import { saveFile } from './serverFile.ts'
import { useWords, type Loaders } from './useWords.ts'

type Why = 'failedOffline' | 'failedServer' | 'failedBusy' | 'failedKey'

/** `label` is what the button called it, `name` the file's own name. */
type State =
  | { kind: 'idle' | 'cancelled' }
  | { kind: 'busy'; label: string; step: FileStep | null; isOffline: boolean }
  | { kind: 'done'; name: string }
  | { kind: 'failed'; label: string; why: Why }

export interface ServerFiles {
  state: State
  /** `body` is what the server is asked for, `label` what the page calls it. */
  get(body: object, label: string): Promise<void>
  again(): void
  cancel(): void
}

/** `base`: below which the server has `exports`. */
export function useServerFiles(key: string, base: string): ServerFiles {
  const [state, setState] = useState<State>({ kind: 'idle' })
  const last = useRef<{ job: FileJob; label: string; cancel: AbortController }>(undefined)

  const run = async (job: FileJob, label: string) => {
    const cancel = new AbortController()
    last.current = { job, label, cancel }
    const { signal } = cancel
    const set = (change: (now: State) => State) => {
      if (last.current?.cancel === cancel) setState(change)
    }
    setState({ kind: 'busy', label, step: null, isOffline: false })
    try {
      const file = await job.run({
        signal,
        onStep: (step) => set((now) => (now.kind === 'busy' ? { ...now, step } : now)),
        onContact: (isThere) => set((now) => (now.kind === 'busy' ? { ...now, isOffline: !isThere } : now)),
      })
      saveFile(file)
      set(() => ({ kind: 'done', name: file.name }))
    } catch (error) {
      set(() => (signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', label, why: reasonOf(error) }))
    }
  }

  return {
    state,
    get: (body, label) => run(createFileJob(key, base, body), label),
    again() {
      if (last.current) void run(last.current.job, last.current.label)
    },
    cancel: () => last.current?.cancel.abort(),
  }
}

function reasonOf(error: unknown): Why {
  if (error instanceof NotWritten) return 'failedServer'
  if (!(error instanceof ApiError)) return 'failedOffline'
  if (error.status === 429) return 'failedBusy'
  return error.status === 401 || error.status === 403 ? 'failedKey' : 'failedServer'
}

const fileWords: Loaders<typeof sv> = {
  sv: () => import('@bordet/text/files/sv'),
  da: () => import('@bordet/text/files/da'),
  nb: () => import('@bordet/text/files/nb'),
  en: () => import('@bordet/text/files/en'),
}

export function FileProgress({ files, language }: { files: ServerFiles; language: Language }) {
  const say = useWords(fileWords, language)
  const { state, again, cancel } = files
  if (!say) return null
  const told = (label: string, step: FileStep | null): string => {
    if (step?.step === 'fetching')
      return say('fetching', {
        name: label,
        got: sizeOf(step.gotBytes, step.sizeBytes, language),
        size: sizeOf(step.sizeBytes, step.sizeBytes, language),
      })
    if (!step || step.of === 1) return say('writing', { name: label })
    if (step.part === null) return say('packing', { name: label })
    return say('part', { name: label, n: step.done + 1, of: step.of, part: partName(step.part) })
  }
  return (
    <div className="file-progress">
      {state.kind === 'busy' && (
        <Busy
          words={told(state.label, state.step)}
          bar={say('bar', { name: state.label })}
          share={shareOf(state.step)}
          language={language}
        >
          <button className="btn btn-small" type="button" onClick={cancel}>
            {say('cancel')}
          </button>
        </Busy>
      )}
      <div role="status">
        {/* Told once when it begins, ends or waits: what moves is the bar's to say. */}
        {state.kind === 'busy' && !state.isOffline && (
          <p className="vh">{say('writing', { name: state.label })}</p>
        )}
        {state.kind === 'busy' && state.isOffline && (
          <p className="st st-kept">
            <Icon name="warn" />
            {say('waiting')}
          </p>
        )}
        {state.kind === 'done' && (
          <p className="st st-saved">
            <Icon name="check" />
            {say('done', { name: state.name })}
          </p>
        )}
        {state.kind === 'cancelled' && <p>{say('cancelled')}</p>}
        {state.kind === 'failed' && (
          <p className="st st-kept">
            <Icon name="warn" />
            {say(state.why, { name: state.label })}
          </p>
        )}
      </div>
      {state.kind === 'failed' && (
        <button className="btn btn-small" type="button" onClick={again}>
          {say('again')}
        </button>
      )}
    </div>
  )
}

function Busy({
  words,
  bar,
  share,
  language,
  children,
}: {
  words: string
  bar: string
  /** 0 to 1; null while nobody knows. */
  share: number | null
  language: Language
  children: ReactNode
}) {
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <div className="file-busy">
      <p className="num">{words}</p>
      <div className="file-bar">
        {share === null ? (
          <progress aria-label={bar} />
        ) : (
          <progress aria-label={bar} max={1} value={share} aria-valuetext={percent.format(share)} />
        )}
        <span className="num" aria-hidden="true">
          {share === null ? '' : percent.format(share)}
        </span>
        {children}
      </div>
    </div>
  )
}

/** Of the step it is at: writing and fetching each fill the bar, and the words say which it is. */
function shareOf(step: FileStep | null): number | null {
  if (!step) return null
  if (step.step === 'fetching') return step.sizeBytes === 0 ? 1 : step.gotBytes / step.sizeBytes
  return step.of === 1 ? null : step.done / step.of
}

const partNames: Readonly<Record<string, string>> = {
  docx: 'Word',
  odt: 'OpenDocument',
  pptx: 'PowerPoint',
  xlsx: 'Excel',
  md: 'Markdown',
  geojson: 'GeoJSON',
}

function partName(part: string): string {
  return partNames[part] ?? part.toUpperCase()
}

/** In the unit that suits the whole file. */
function sizeOf(bytes: number, wholeBytes: number, language: Language): string {
  const [unit, inUnit] = wholeBytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const)
  const digits = unit === 'megabyte' ? 1 : 0
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return new Intl.NumberFormat(language, { style: 'unit', unit, ...format }).format(bytes / inUnit)
}
