/** The harvest as files, asked for with the key in a header and therefore saved from a blob. */
import { request } from '@bordet/client'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { fetchServerFile, saveFile } from '../shared/serverFile.ts'
import { useCockpit } from './cockpitContext.ts'
import type { CockpitKey } from './words.ts'

const files = [
  { format: 'docx', name: 'fileWord', text: 'fileWordText' },
  { format: 'pdf', name: 'filePdf', text: 'filePdfText' },
  { format: 'pptx', name: 'filePptx', text: 'filePptxText' },
  { format: 'xlsx', name: 'fileExcel', text: 'fileExcelText' },
  { format: 'odt', name: 'fileOdt', text: 'fileOdtText' },
  { format: 'html', name: 'fileHtml', text: 'fileHtmlText' },
  { format: 'csv', name: 'fileCsv', text: 'fileCsvText' },
  { format: 'md', name: 'fileMarkdown', text: 'fileMarkdownText' },
  { format: 'geojson', name: 'fileGeojson', text: 'fileGeojsonText' },
  { format: 'json', name: 'fileJson', text: 'fileJsonText' },
  { format: 'zip', name: 'fileZip', text: 'fileZipText' },
] as const satisfies readonly { format: string; name: CockpitKey; text: CockpitKey }[]
type ExportFormat = (typeof files)[number]['format']

type State =
  | { kind: 'idle' }
  | { kind: 'busy'; name: string }
  | { kind: 'done'; name: string }
  | { kind: 'failed' }
  | { kind: 'cancelled' }

export function HarvestFiles({
  inDialog = false,
  onDesk = false,
}: {
  inDialog?: boolean
  /** Where one is already where the report is written. */
  onDesk?: boolean
}) {
  const { who, say, language, isLead, pictures } = useCockpit()
  const [missing, setMissing] = useState(0)
  const [state, setState] = useState<State>({ kind: 'idle' })
  const cancel = useRef<AbortController>(undefined)
  if (!isLead) return null
  const get = async (format: ExportFormat, name: string) => {
    const controller = new AbortController()
    cancel.current = controller
    // Said only when it takes long enough to wonder.
    const slow = setTimeout(() => setState({ kind: 'busy', name }), 1_000)
    try {
      setMissing(0)
      // The ZIP has every board as a picture: those that are missing are taken first.
      if (format === 'zip') {
        const left = await pictures.takeNow(controller.signal)
        setMissing(Number.isFinite(left) ? left : 0)
        controller.signal.throwIfAborted()
      }
      const query = new URLSearchParams({ format, language })
      const file = await fetchServerFile(who, `export?${query}`, `bordet.${format}`, controller.signal)
      saveFile(file)
      setState({ kind: 'done', name: file.name })
    } catch {
      setState({ kind: controller.signal.aborted ? 'cancelled' : 'failed' })
    } finally {
      clearTimeout(slow)
    }
  }
  return (
    <section
      className={inDialog ? 'files' : 'files card'}
      {...(inDialog ? {} : { id: 'harvest' })}
      aria-label={say('harvestTitle')}
    >
      {!inDialog && <h2>{say('harvestTitle')}</h2>}
      <p className="muted">{say('harvestText')}</p>
      <Wanted />
      {!onDesk && (
        <p>
          <a className="btn" href={`/harvest/${encodeURIComponent(who.workshopId)}#${who.key}`}>
            <Icon name="list" />
            {say('deskLink')}
          </a>
        </p>
      )}
      <ul>
        {files.map(({ format, name, text }) => (
          <li key={format}>
            <button
              className={format === 'docx' ? 'btn btn-main' : 'btn'}
              type="button"
              disabled={state.kind === 'busy'}
              onClick={() => void get(format, say(name))}
            >
              <Icon name="download" />
              {say(name)}
            </button>
            <span className="muted">{say(text)}</span>
          </li>
        ))}
      </ul>
      <div role="status" className="files-state">
        {state.kind === 'busy' && pictures.progress && <p>{say('picturesTaking', pictures.progress)}</p>}
        {state.kind === 'busy' && (
          <>
            <p>{say('fileBusy', { name: state.name })}</p>
            <progress aria-label={say('fileBusy', { name: state.name })} />
            <button className="btn btn-small" type="button" onClick={() => cancel.current?.abort()}>
              {say('fileCancel')}
            </button>
          </>
        )}
        {state.kind === 'done' && (
          <p className="st st-saved">
            <Icon name="check" />
            {say('fileDone', { name: state.name })}
          </p>
        )}
        {state.kind === 'done' && missing > 0 && <p>{say('picturesMissing', { n: missing })}</p>}
        {state.kind === 'cancelled' && <p>{say('fileCancelled')}</p>}
        {state.kind === 'failed' && (
          <p className="st st-kept">
            <Icon name="warn" />
            {say('fileFailed')}
          </p>
        )}
      </div>
    </section>
  )
}

/** How many asked for it: their addresses are the organiser's to see. */
function Wanted() {
  const { who, say } = useCockpit()
  const [count, setCount] = useState<{ byEmail: number; byPost: number } | null>(null)
  useEffect(() => {
    let current = true
    const look = () =>
      void request<{ byEmail: number; byPost: number }>(`/api/workshops/${who.workshopId}/contacts`, {
        key: who.key,
      }).then(
        (found) => current && setCount(found),
        () => {},
      )
    look()
    // People think of it when the phone says thank you.
    const timer = setInterval(look, 10_000)
    return () => {
      current = false
      clearInterval(timer)
    }
  }, [who])
  if (!count || count.byEmail + count.byPost === 0) return null
  return <p className="num">{say('harvestWanted', { email: count.byEmail, post: count.byPost })}</p>
}
