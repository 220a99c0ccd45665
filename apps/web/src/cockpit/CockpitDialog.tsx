/** The dialogs that the cockpit opens, one at a time. */
import { useCockpit } from './cockpitContext.ts'
import { Dialog } from '../shared/Dialog.tsx'
import { BalanceDialog } from './BalanceDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { CrewDialog } from './CrewDialog.tsx'
import { FailureLine } from './FailureLine.tsx'
import { FlaggedDialog } from './FlaggedDialog.tsx'
import { HallPlan } from './HallPlan.tsx'
import { HarvestFiles } from './HarvestFiles.tsx'
import { JoinDialog } from './JoinDialog.tsx'
import { JumpDialog } from './JumpDialog.tsx'
import { LogDialog } from './LogDialog.tsx'
import { MoreDialog } from './MoreDialog.tsx'
import { isVoteOnPaper, PaperWork } from './PaperWork.tsx'
import { PeopleDialog } from './PeopleDialog.tsx'
import { TableDialog } from './TableDialog.tsx'

export type DialogName =
  | 'jump'
  | 'join'
  | 'people'
  | 'harvest'
  | 'more'
  | 'close'
  | 'paper'
  | 'crew'
  | 'plan'
  | 'flagged'
  | 'log'
  | 'balance'
  | { table: number; choose?: 'host' }

export type OpenDialog = (name: DialogName) => void

export function CockpitDialog({
  name,
  open,
  onClose,
}: {
  name: DialogName
  open: OpenDialog
  onClose(): void
}) {
  const { view, say } = useCockpit()
  const frame = { closeLabel: say('close'), onClose }
  if (typeof name === 'object') {
    return (
      <Dialog key={name.table} title={say('tableTitle', { table: name.table })} wide {...frame}>
        <FailureLine />
        <TableDialog number={name.table} chooseHost={name.choose === 'host'} />
      </Dialog>
    )
  }
  switch (name) {
    case 'jump':
      return (
        <Dialog title={say('jumpTitle')} {...frame}>
          <FailureLine />
          <JumpDialog onClose={onClose} />
        </Dialog>
      )
    case 'join':
      return (
        <Dialog title={say('joinTitle')} {...frame}>
          <JoinDialog />
        </Dialog>
      )
    case 'people':
      return (
        <Dialog title={say('peopleTitle')} wide {...frame}>
          <FailureLine />
          <PeopleDialog />
        </Dialog>
      )
    case 'harvest':
      return (
        <Dialog title={say('harvestTitle')} {...frame}>
          <HarvestFiles inDialog />
        </Dialog>
      )
    case 'more':
      return (
        <Dialog title={say('moreTitle')} {...frame}>
          <FailureLine />
          <MoreDialog open={open} />
        </Dialog>
      )
    case 'flagged':
      return (
        <Dialog title={say('flaggedTitle')} wide {...frame}>
          <FailureLine />
          <FlaggedDialog />
        </Dialog>
      )
    case 'log':
      return (
        <Dialog title={say('logTitle')} {...frame}>
          <LogDialog />
        </Dialog>
      )
    case 'balance':
      return (
        <Dialog title={say('balanceTitle')} {...frame}>
          <FailureLine />
          <BalanceDialog onClose={onClose} />
        </Dialog>
      )
    case 'crew':
      return (
        <Dialog title={say('crewTitle')} {...frame}>
          <CrewDialog onClose={onClose} />
        </Dialog>
      )
    case 'plan':
      return (
        <Dialog title={say('floorTitle')} wide {...frame}>
          <FailureLine />
          <HallPlan onDone={onClose} />
        </Dialog>
      )
    case 'close':
      return (
        <Dialog title={say('closeTitle')} {...frame}>
          <FailureLine />
          <CloseDialog onClose={onClose} />
        </Dialog>
      )
    case 'paper':
      return (
        <Dialog title={say(isVoteOnPaper(view) ? 'dotsTitle' : 'paperTitle')} {...frame}>
          <FailureLine />
          <PaperWork />
        </Dialog>
      )
  }
}
