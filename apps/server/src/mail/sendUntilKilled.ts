/** For the crash test: sends what is queued in a data file, as a server does after its start. Run as a process of its own. */
import type { Clock } from '@bordet/sync'
import { openSqlite } from '../storage/sqlite.ts'
import { systemClock } from '../sync/systemClock.ts'
import { createMailQueue } from './mailQueue.ts'
import { createSmtpMailer } from './smtpMailer.ts'
import { composePretend } from './testing/pretendMailing.ts'

const [path = '', port = '', haste = '1'] = process.argv.slice(2)
/** Hours pass in seconds, on from where the process before this one was. */
const hasty: Clock = {
  now: () => systemClock.now() * Number(haste),
  after: (delayMs, run) => systemClock.after(delayMs / Number(haste), run),
}

const storage = openSqlite(path)
const queue = createMailQueue({
  storage,
  mailer: createSmtpMailer({
    server: { host: '127.0.0.1', port: Number(port), isSecure: false, login: null },
    from: { name: 'Bordet', address: 'bordet@example.org' },
  }),
  compose: composePretend,
  clock: hasty,
  now: () => Date.now() * Number(haste),
  log: () => {},
  perSecond: 1000,
})
await queue.start()

/** Ends once nothing is left to be tried, as a server never would. */
async function endWhenDone(): Promise<void> {
  const isDone = (await storage.nextMail()) === null && (await storage.listSendingMails()).length === 0
  if (!isDone) return void setTimeout(() => void endWhenDone(), 20)
  await queue.close()
  await storage.close()
}
await endWhenDone()
