/** Own templates: take along as a file, read in, remove. Ours can be taken along too. */
import { ApiError } from '@bordet/client'
import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import { Icon } from '../shared/Icon.tsx'
import { fileNameIn, saveFile } from '../shared/serverFile.ts'
import { useDocument } from '../shared/useDocument.ts'
import { ImportTemplate } from './ImportTemplate.tsx'
import { languageList } from './languageList.ts'
import { useDesk } from './organiseContext.ts'
import { fetchTemplates, readInTemplate, removeTemplate, type TemplateChoice } from './organiserApi.ts'
import { useAsked } from './useAsked.ts'
import { Waiting } from './Waiting.tsx'

export function TemplatesPage() {
  const { plan, language } = useDesk()
  const [times, setTimes] = useState(0)
  useDocument(`${plan('templates')} – Bordet`, language)
  return (
    <>
      <div className="head">
        <div>
          <h1>{plan('templates')}</h1>
          <p>{plan('templatesText')}</p>
        </div>
      </div>
      <div className="one">
        <Lists key={times} onChange={() => setTimes(times + 1)} />
        <ImportTemplate onSaved={() => setTimes(times + 1)} />
      </div>
    </>
  )
}

function Lists({ onChange }: { onChange(): void }) {
  const { plan } = useDesk()
  const ask = useCallback((key: string) => fetchTemplates(key), [])
  const asked = useAsked(ask)
  if (asked.state !== 'here') return <Waiting failed={asked.state === 'failed'} />
  const own = asked.value.filter((one) => one.own)
  return (
    <>
      <section className="st2" aria-labelledby="own">
        <h2 id="own">{plan('ownTitle')}</h2>
        {own.length === 0 && <p className="muted">{plan('noOwn')}</p>}
        <List templates={own} onChange={onChange} />
      </section>
      <section className="st2" aria-labelledby="ours">
        <h2 id="ours">{plan('oursTitle')}</h2>
        <List templates={asked.value.filter((one) => !one.own)} onChange={onChange} />
      </section>
    </>
  )
}

/** A removed one can be brought back: its file is still here. */
function List({ templates, onChange }: { templates: readonly TemplateChoice[]; onChange(): void }) {
  const { key, say, plan, refusal, language } = useDesk()
  const [failed, setFailed] = useState<string | null>(null)
  const [removed, setRemoved] = useState<{ id: string; name: string; file: string } | null>(null)
  const remove = async ({ id, name }: TemplateChoice) => {
    setFailed(null)
    try {
      const file = await (await fetchFile(key, id, language)).blob.text()
      await removeTemplate(key, id)
      flushSync(() => setRemoved({ id, name: name[language], file }))
      document.getElementById('template-back')?.focus()
    } catch (error) {
      setFailed(refusal(error instanceof ApiError ? error.code : 'offline'))
    }
  }
  const download = async (id: string) => {
    setFailed(null)
    try {
      saveFile(await fetchFile(key, id, language))
    } catch {
      setFailed(plan('exportFailed'))
    }
  }
  const bringBack = async (file: string) => {
    await readInTemplate(key, file, { save: true, language })
    onChange()
  }
  return (
    <>
      <ul className="ed tl">
        {templates
          .filter(({ id }) => id !== removed?.id)
          .map((template) => (
            <li key={template.id}>
              <div>
                <p className="nm">{template.name[language]}</p>
                <p className="kind">
                  {template.languages.length < 4 &&
                    `${plan('onlyIn', { languages: languageList(language, template.languages) })} · `}
                  {template.sessions.map((one) => say('minutes', { n: one.minutes })).join(', ')}
                </p>
              </div>
              <span className="ed-acts">
                <button className="btn btn-small" type="button" onClick={() => void download(template.id)}>
                  <Icon name="download" />
                  {plan('export')}
                  <span className="vh"> – {template.name[language]}</span>
                </button>
                {template.own && (
                  <button
                    className="btn btn-small"
                    type="button"
                    aria-label={plan('removeTemplate', { name: template.name[language] })}
                    onClick={() => void remove(template)}
                  >
                    <Icon name="trash" />
                  </button>
                )}
              </span>
            </li>
          ))}
      </ul>
      <div className="ed-told">
        <p role="status">{removed && plan('removed', { name: removed.name })}</p>
        {removed && (
          <button
            className="btn btn-small"
            id="template-back"
            type="button"
            onClick={() => void bringBack(removed.file)}
          >
            <Icon name="undo" />
            {plan('takeBack', { name: removed.name })}
          </button>
        )}
      </div>
      <p role="alert" className={failed ? 'err' : 'vh'}>
        {failed}
      </p>
    </>
  )
}

async function fetchFile(key: string, id: string, language: string) {
  const response = await fetch(`/api/templates/${encodeURIComponent(id)}/file?language=${language}`, {
    headers: { authorization: `Bearer ${key}` },
    cache: 'no-store',
    credentials: 'omit',
  })
  if (!response.ok) throw new Error(`status ${response.status}`)
  const name = fileNameIn(response.headers.get('content-disposition')) ?? 'bordet.json'
  return { name, blob: await response.blob() }
}
