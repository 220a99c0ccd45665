/** The harvest as files: each is written while its progress is shown, and then saved. */
import { request } from '@bordet/client'
import { useEffect, useState } from 'react'
import { FileProgress, useServerFiles } from '../shared/FileProgress.tsx'
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'
import type { CockpitKey } from './words.ts'

const formats = [
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

export function HarvestFiles({
  inDialog = false,
  onDesk = false,
}: {
  inDialog?: boolean
  /** Where one is already where the report is written. */
  onDesk?: boolean
}) {
  const { who, say, language, isLead, pictures } = useCockpit()
  const files = useServerFiles(who.key, `/api/workshops/${encodeURIComponent(who.workshopId)}`)
  const [taking, setTaking] = useState<AbortController | null>(null)
  const [missing, setMissing] = useState(0)
  if (!isLead) return null
  const isBusy = files.state.kind === 'busy' || taking !== null
  const get = async (format: (typeof formats)[number]['format'], name: string) => {
    setMissing(0)
    // The ZIP has every board as a picture: those that are missing are taken first.
    if (format === 'zip') {
      const controller = new AbortController()
      setTaking(controller)
      try {
        const left = await pictures.takeNow(controller.signal)
        setMissing(Number.isFinite(left) ? left : 0)
      } finally {
        setTaking(null)
      }
      if (controller.signal.aborted) return
    }
    await files.get({ format, language }, name)
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
        {formats.map(({ format, name, text }) => (
          <li key={format}>
            <button
              className={format === 'docx' ? 'btn btn-main' : 'btn'}
              type="button"
              aria-disabled={isBusy}
              onClick={() => {
                if (!isBusy) void get(format, say(name))
              }}
            >
              <Icon name="download" />
              {say(name)}
            </button>
            <span className="muted">{say(text)}</span>
          </li>
        ))}
      </ul>
      {taking && (
        <div className="file-progress">
          <p className="num" role="status">
            {say('picturesTaking', pictures.progress ?? { done: 0, all: 0 })}
          </p>
          <button className="btn btn-small" type="button" onClick={() => taking.abort()}>
            {say('picturesCancel')}
          </button>
        </div>
      )}
      <FileProgress files={files} language={language} />
      {files.state.kind === 'done' && missing > 0 && <p>{say('picturesMissing', { n: missing })}</p>}
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
