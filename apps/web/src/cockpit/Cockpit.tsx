/** The cockpit's page: the evening to the left, the moment and the tables in the middle, words to everybody to the right. */
import { useEffect, useState } from 'react'
import { JumpLink } from '../shared/JumpLink.tsx'
import { useDocument } from '../shared/useDocument.ts'
import { Agenda } from './Agenda.tsx'
import { CockpitHeader } from './CockpitHeader.tsx'
import { useCockpit } from './cockpitContext.ts'
import { CockpitDialog, type DialogName } from './CockpitDialog.tsx'
import { Choosing } from './Choosing.tsx'
import { FailureLine } from './FailureLine.tsx'
import { HarvestFiles } from './HarvestFiles.tsx'
import { NowBlock } from './NowBlock.tsx'
import { OneThingStrip } from './OneThingStrip.tsx'
import { OfflineBar } from './OfflineBar.tsx'
import { PaperSlips } from './PaperSlips.tsx'
import { PaperWork } from './PaperWork.tsx'
import { SayToAll } from './SayToAll.tsx'
import { TableTiles } from './TableTiles.tsx'

export function Cockpit() {
  const { view, say, language, isLead, lookAt } = useCockpit()
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const table = typeof dialog === 'object' && dialog !== null ? dialog.table : null
  useEffect(() => lookAt(table), [lookAt, table])
  const closed = view.status === 'closed'
  useDocument(`${view.title} – ${say(isLead ? 'titleCockpit' : 'titleHelper')} – Bordet`, language)
  return (
    <>
      <JumpLink className="skip" to={isLead ? 'go' : 'tables'}>
        {say(isLead ? 'skipToMain' : 'skipToTables')}
      </JumpLink>
      <CockpitHeader open={setDialog} />
      <OfflineBar />
      <div className={`lay${closed ? ' lay-closed' : ''}${isLead ? '' : ' lay-helper'}`}>
        <Agenda />
        <main>
          <NowBlock open={setDialog} />
          <FailureLine />
          {closed ? <HarvestFiles /> : <OneThingStrip open={setDialog} />}
          {!closed && <Choosing />}
          {closed && (
            <section className="card slips">
              <PaperSlips />
            </section>
          )}
          <TableTiles open={setDialog} />
        </main>
        {!closed && (
          <section className="say" id="say" aria-labelledby="sy">
            {isLead ? <SayToAll /> : <PaperWork headingId="sy" />}
          </section>
        )}
      </div>
      {dialog && <CockpitDialog name={dialog} open={setDialog} onClose={() => setDialog(null)} />}
    </>
  )
}
