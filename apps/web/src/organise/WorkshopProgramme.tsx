/** The programme of a workshop that exists, before it and while it goes on: what is past stays. */
import { useDocument } from '../shared/useDocument.ts'
import { pageHref, useDesk } from './organiseContext.ts'
import { ProgrammeEditor } from './ProgrammeEditor.tsx'
import { SaveTemplate } from './SaveTemplate.tsx'
import { useProgramme } from './useProgramme.ts'
import { Waiting } from './Waiting.tsx'

export function WorkshopProgramme({ id }: { id: string }) {
  const { key, say, plan, refusal, language } = useDesk()
  const { programme, isFailed, refused, isSending, hasSent, change } = useProgramme(id)
  useDocument(`${plan('changeProgramme')} – Bordet`, language)
  return (
    <>
      <p className="crumb">
        <a href={pageHref(key)}>{say('workshops')}</a>
        {programme && (
          <>
            {' › '}
            <a href={pageHref(key, { workshop: id })}>{programme.title}</a>
          </>
        )}
      </p>
      {programme === null ? (
        <Waiting failed={isFailed} />
      ) : (
        <>
          <div className="head">
            <div>
              <h1>{plan('programmeOf', { title: programme.title })}</h1>
              <p>{plan('programmeText')}</p>
            </div>
            <p role="status" className="muted">
              {isSending ? plan('storing') : hasSent && refused === null ? plan('stored') : ''}
            </p>
          </div>
          <p role="alert" className={refused ? 'err' : 'vh'}>
            {refused && refusal(refused)}
          </p>
          <div className="one">
            <ProgrammeEditor
              model={{
                session: programme.session,
                language: programme.language,
                startsAt: programme.startsAt,
                past:
                  programme.status === 'closed'
                    ? programme.session.phases.map((phase) => phase.id)
                    : programme.past,
                current: programme.status === 'closed' ? null : programme.current,
                place: null,
                change,
              }}
            />
            <SaveTemplate language={programme.language} session={programme.session} />
          </div>
        </>
      )}
    </>
  )
}
