/** The queue over a real SMTP server and a real data file: everybody once, whatever is killed or refused. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFakeClock } from '@bordet/sync/testing'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqlite } from '../storage/sqlite.ts'
import type { Storage } from '../storage/storage.ts'
import type { Mailer } from './mailer.ts'
import { createMailQueue, type MailQueueParts } from './mailQueue.ts'
import { createSmtpMailer } from './smtpMailer.ts'
import { openMailSink, type MailSink, type SinkRules } from './testing/mailSink.ts'
import { addressOf, composePretend, pretendMailing } from './testing/pretendMailing.ts'

const from = { name: 'Bordet', address: 'bordet@example.org' }
const minuteMs = 60_000

/** Time stands still but for what a test lets pass; network and disk go on. */
async function openQueue(people: number, rules: SinkRules, more: Partial<MailQueueParts> = {}) {
  const sink = await openMailSink(rules)
  const storage = openSqlite(':memory:')
  await pretendMailing(storage, people)
  const clock = createFakeClock()
  const logged: string[] = []
  const queue = createMailQueue({
    storage,
    mailer: createSmtpMailer({ server: sink.server, from }),
    compose: composePretend,
    clock,
    now: clock.now,
    log: (event, facts) => void logged.push(JSON.stringify([event, facts])),
    perSecond: 1000,
    ...more,
  })
  onTestFinished(async () => {
    await queue.close()
    await storage.close()
    await sink[Symbol.asyncDispose]()
  })
  /** Lets time pass, a little at a time, until `isDone`. */
  const until = async (isDone: () => Promise<boolean>, stepMs = 1) => {
    while (!(await isDone())) {
      clock.pass(stepMs)
      await new Promise(setImmediate)
    }
  }
  return { sink, storage, queue, clock, logged, until, rows: () => storage.listMails('m1') }
}

/** Without a queue: a mailer and a mail for it. */
async function openMailer(rules: SinkRules = {}) {
  const { sink, storage, rows, until } = await openQueue(1, rules)
  const [mail] = await rows()
  const contact = await storage.contact('w1', 'c0', 0)
  if (!mail || !contact) throw new Error('the mailing is empty')
  const mailing = { id: 'm1', workshopId: 'w1', at: 1, format: 'link', note: '' }
  const to = addressOf(0)
  const composed = await composePretend({ mail, mailing, contact, language: 'sv', to })
  return { sink, until, mail: composed, mailer: createSmtpMailer({ server: sink.server, from }) }
}

const toEach = (sink: MailSink) => Object.groupBy(sink.received, ({ to }) => to)

function expectEverybodyOnce(sink: MailSink, people: number): void {
  const counts = Object.entries(toEach(sink)).map(([to, mails]) => [to, mails?.length])
  expect(Object.fromEntries(counts)).toEqual(
    Object.fromEntries(Array.from({ length: people }, (_, index) => [addressOf(index), 1])),
  )
}

describe('the mail queue', () => {
  it('sends 150 mails, each to one person and once, over one connection', async () => {
    const { sink, queue, rows, until } = await openQueue(150, {})
    await queue.start()
    queue.wake()
    await until(async () => (await rows()).every(({ status }) => status === 'sent'))
    expectEverybodyOnce(sink, 150)
    expect(sink.connections()).toBe(1)
    for (const { to, source } of sink.received) {
      const others = [...source.matchAll(/person-\d+@example\.org/g)].filter(([address]) => address !== to)
      expect(others).toEqual([])
    }
    const row = (await rows())[0]
    expect(row).toMatchObject({ tries: 1, nextAt: null, reason: null })
    expect(sink.received.map(({ messageId }) => messageId)).toContain(row?.messageId)
  })

  it('keeps its rate, also when the first mail took a while to write', async () => {
    const sentAt: number[] = []
    const clock = createFakeClock()
    const mailer: Mailer = {
      async send(_mail, beforeEnd) {
        sentAt.push(clock.now())
        await beforeEnd()
        return { result: 'accepted' }
      },
      rest() {},
      abort() {},
    }
    const storage = openSqlite(':memory:')
    await pretendMailing(storage, 6)
    const log = () => {}
    const compose: typeof composePretend = (order) => {
      if (sentAt.length === 0) clock.pass(300)
      return composePretend(order)
    }
    const queue = createMailQueue({ storage, mailer, compose, clock, now: clock.now, log })
    await queue.start()
    while (sentAt.length < 6) {
      clock.pass(50)
      await new Promise(setImmediate)
    }
    const gaps = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0))
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(500)
    await queue.close()
    await storage.close()
  })

  it('tries what is refused for now again later, each person once in the end', async () => {
    const refused = new Map<string, number>()
    const { sink, queue, rows, until, clock, logged } = await openQueue(12, {
      recipient(address) {
        const times = (refused.get(address) ?? 0) + 1
        refused.set(address, times)
        return /-(?:3|7)@/.test(address) && times <= 2 ? 450 : undefined
      },
      mail: ({ to }) => (/-5@/.test(to) && refused.get(to) === 1 ? 451 : undefined),
    })
    await queue.start()
    await until(async () => (await rows()).every(({ status }) => status === 'sent' || status === 'failed'))
    const failed = (await rows()).filter(({ status }) => status === 'failed')
    expect(failed.map(({ contactId, reason, smtpCode }) => [contactId, reason, smtpCode])).toEqual([
      ['c3', 'busy', 450],
      ['c5', 'busy', 451],
      ['c7', 'busy', 450],
    ])
    const firstTry = clock.now()
    for (const { nextAt } of failed) expect(nextAt).toBeGreaterThan(firstTry + minuteMs / 2)
    await until(async () => (await rows()).every(({ status }) => status === 'sent'), 1000)
    expect(clock.now() - firstTry).toBeGreaterThan(5 * minuteMs)
    expectEverybodyOnce(sink, 12)
    expect((await rows())[3]).toMatchObject({ tries: 3, reason: null })
    expect(logged.join()).not.toContain('@')
  })

  it('lists what is refused for good with its reason, and does not try it again', async () => {
    const { sink, queue, rows, until, storage, logged } = await openQueue(5, {
      recipient: (address) => (/-1@/.test(address) ? 550 : undefined),
      mail: ({ to }) => (/-2@/.test(to) ? 554 : /-3@/.test(to) ? 552 : undefined),
    })
    await queue.start()
    await until(async () => (await storage.nextMail()) === null && (await rows())[4]?.status === 'sent')
    expect((await rows()).map(({ status, reason, smtpCode }) => [status, reason, smtpCode])).toEqual([
      ['sent', null, null],
      ['failed', 'addressRefused', 550],
      ['failed', 'contentRefused', 554],
      ['failed', 'tooLarge', 552],
      ['sent', null, null],
    ])
    expect(sink.received.map(({ to }) => to)).toEqual([addressOf(0), addressOf(4)])
    expect(logged.length).toBeGreaterThan(0)
    expect(logged.join()).not.toContain('@')
  })

  it('gives up after eight tries', async () => {
    const { queue, rows, until } = await openQueue(1, { recipient: () => 450 })
    await queue.start()
    await until(async () => (await rows())[0]?.tries === 8, minuteMs)
    expect((await rows())[0]).toMatchObject({ status: 'failed', reason: 'busy', nextAt: null })
  })

  it('waits for a server that is not there, and asks with one mail at a time', async () => {
    const port = await freePort()
    const away = { host: '127.0.0.1', port, isSecure: false, login: null }
    const mailer = createSmtpMailer({ server: away, from })
    const { queue, rows, until, clock } = await openQueue(20, {}, { mailer })
    const began = clock.now()
    await queue.start()
    await until(async () => clock.now() - began > minuteMs, 100)
    const tried = (await rows()).filter(({ tries }) => tries > 0)
    expect(tried.length).toBeGreaterThan(0)
    expect(tried.length).toBeLessThan(8)
    for (const { reason } of tried) expect(reason).toBe('unreachable')
    await using sink = await openMailSink({}, port)
    await until(async () => (await rows()).every(({ status }) => status === 'sent'), 1000)
    expectEverybodyOnce(sink, 20)
  })

  it('says so when the server takes neither the login nor the sender', async () => {
    const login = { user: 'bordet', pass: 'right' }
    const sink = await openMailSink({ login })
    onTestFinished(() => sink[Symbol.asyncDispose]())
    const send = (pass: string) =>
      createSmtpMailer({ server: { ...sink.server, login: { user: 'bordet', pass } }, from })
    const wrong = await openQueue(1, {}, { mailer: send('wrong') })
    await wrong.queue.start()
    await wrong.until(async () => (await wrong.rows())[0]?.status === 'failed')
    expect((await wrong.rows())[0]).toMatchObject({ reason: 'loginRefused', smtpCode: 535 })
    const right = await openQueue(1, {}, { mailer: send('right') })
    await right.queue.start()
    await right.until(async () => (await right.rows())[0]?.status === 'sent')
    expectEverybodyOnce(sink, 1)
  })

  it('sends nothing to whoever took the address away meanwhile', async () => {
    const { sink, queue, rows, until, storage } = await openQueue(3, {})
    await storage.removeContacts('w1', 'c1')
    await queue.start()
    await until(async () => (await storage.nextMail()) === null && (await rows())[2]?.status === 'sent')
    expect((await rows())[1]).toMatchObject({ status: 'failed', reason: 'contactGone', nextAt: null })
    expect(sink.received.map(({ to }) => to)).toEqual([addressOf(0), addressOf(2)])
  })

  it('sends an address one mail also when somebody gives it, or takes it back, while the mailing goes on', async () => {
    const { sink, queue, rows, until, storage } = await openQueue(4, {})
    const contacts = await storage.listContacts('w1', 0)
    const change = (index: number, email: string) => {
      const [contact] = contacts.slice(index)
      if (!contact) throw new Error('there is no such contact')
      return storage.commit({ contact: { ...contact, email, at: 2 } })
    }
    // The first has the third's address by now, and the last one another.
    await change(0, addressOf(2).toUpperCase())
    await change(3, 'new@example.org')
    await queue.start()
    await until(async () => (await rows()).every(({ status }) => status === 'sent'))
    const received = sink.received.map(({ to }) => to.toLowerCase()).sort()
    expect(received).toEqual(['new@example.org', addressOf(1), addressOf(2)])
  })

  it('reaches whoever else gave an address when the one it was made for is gone', async () => {
    const { sink, queue, rows, until, storage } = await openQueue(1, {})
    const [first] = await storage.listContacts('w1', 0)
    const [mail] = await rows()
    if (!first || !mail) throw new Error('the mailing is empty')
    for (const id of ['c7', 'c8'])
      await storage.commit({ contact: { ...first, id, email: 'two@example.org', at: 0 } })
    const two = { ...mail, mailingId: 'm2', contactId: 'c7', also: ['c8'], messageId: 'm2-c7@bordet.example' }
    await queue.start()
    await until(async () => (await rows()).every(({ status }) => status === 'sent'))
    await storage.removeContacts('w1', 'c7')
    const row = { id: 'm2', workshopId: 'w1', at: 1, format: 'link', note: '' }
    await storage.commit({ mailing: { row, mails: [two] } })
    queue.wake()
    await until(async () => (await storage.listMails('m2')).every(({ status }) => status === 'sent'))
    expect(sink.received.map(({ to }) => to)).toEqual([addressOf(0), 'two@example.org'])
  })

  it('sends nothing to an address whose day has come, though it is not deleted yet', async () => {
    const { sink, queue, rows, until, storage, clock } = await openQueue(2, {})
    const [first] = await storage.listContacts('w1', 0)
    if (!first) throw new Error('there is no contact')
    await storage.commit({ contact: { ...first, deleteAt: clock.now() } })
    await queue.start()
    await until(async () => (await rows())[1]?.status === 'sent')
    expect((await rows())[0]).toMatchObject({ status: 'failed', reason: 'contactGone', nextAt: null })
    expect(sink.received.map(({ to }) => to)).toEqual([addressOf(1)])
  })

  it('does not end a mail that was given up while it was on its way', async () => {
    let asked = 0
    let givenUp = 0
    const opened = await openQueue(
      2,
      { recipient: () => ((asked += 1) === 1 ? 451 : undefined) },
      {
        // It has been taken up a second time, and is not sent yet.
        async compose(order) {
          if (order.mail.tries === 1) givenUp = await opened.storage.giveUpMails('m1', 5)
          return composePretend(order)
        },
      },
    )
    const { sink, queue, storage, rows, until, logged } = opened
    await queue.start()
    await until(async () => givenUp > 0 && (await storage.nextMail()) === null, 1000)
    await queue.close()
    expect(asked).toBe(3)
    expect((await rows())[0]).toMatchObject({ status: 'failed', reason: 'busy', nextAt: null, tries: 1 })
    expect(sink.received.map(({ to }) => to)).toEqual([addressOf(1)])
    expect(logged).toHaveLength(1)
  })

  it('does not end a mail whose row could not be saved', async () => {
    const { sink, mailer, mail, until } = await openMailer()
    const full = () => Promise.reject(new Error('the disk is full'))
    expect(await mailer.send(mail, full)).toMatchObject({
      result: 'refused',
      reason: 'notWritten',
      again: 'later',
    })
    expect(await mailer.send(mail, async () => {})).toEqual({ result: 'accepted' })
    await until(async () => sink.received.length === 1)
    mailer.rest()
  })

  it('connects anew when the server hung up while it was quiet', async () => {
    let asked = 0
    // 421: it closes the line, as after a quiet while.
    const { sink, mailer, mail } = await openMailer({ sender: () => ((asked += 1) === 2 ? 421 : undefined) })
    expect(await mailer.send(mail, async () => {})).toEqual({ result: 'accepted' })
    expect(await mailer.send(mail, async () => {})).toEqual({ result: 'accepted' })
    expect([sink.received.length, sink.connections()]).toEqual([2, 2])
    mailer.rest()
  })

  it('does not take the sender’s fault for the reader’s', async () => {
    const { mailer, mail } = await openMailer({ sender: () => 550 })
    expect(await mailer.send(mail, async () => {})).toEqual({
      result: 'refused',
      reason: 'senderRefused',
      smtpCode: 550,
      again: 'later',
      concerns: 'server',
    })
  })

  it('marks as unsure what broke off after its end, and never sends it by itself', async () => {
    const sink: MailSink = await openMailSink({
      mail() {
        broken.abort()
        return undefined
      },
    })
    onTestFinished(() => sink[Symbol.asyncDispose]())
    const broken = createSmtpMailer({ server: sink.server, from })
    const { queue, rows, until, storage } = await openQueue(1, {}, { mailer: broken })
    await queue.start()
    await until(async () => (await rows())[0]?.status === 'failed')
    expect((await rows())[0]).toMatchObject({ reason: 'unsure', nextAt: null })
    expect(await storage.nextMail()).toBeNull()
    expectEverybodyOnce(sink, 1)
  })
})

describe('killed and started again', () => {
  const people = 150

  /** Sends until `rules` kill it, then starts again as often as it takes. */
  async function sendWithKills(rulesFor: (kill: () => void) => SinkRules, haste = 1) {
    let child: ChildProcess | null = null
    let kills = 0
    const kill = () => {
      kills += 1
      child?.kill('SIGKILL')
    }
    const sink = await openMailSink(rulesFor(kill))
    const folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-mail-'))
    onTestFinished(async () => {
      child?.kill('SIGKILL')
      await sink[Symbol.asyncDispose]()
      folder.remove()
    })
    const path = join(folder.path, 'bordet.sqlite')
    const first = openSqlite(path)
    await pretendMailing(first, people)
    await first.close()
    for (;;) {
      child = spawn(
        process.execPath,
        [join(import.meta.dirname, 'sendUntilKilled.ts'), path, String(sink.server.port), String(haste)],
        { stdio: ['ignore', 'inherit', 'inherit'] },
      )
      const [code] = await once(child, 'exit')
      if (code === 0) break
      if (code !== null) throw new Error(`the sender failed with ${String(code)}`)
    }
    const storage: Storage = openSqlite(path)
    const rows = await storage.listMails('m1')
    await storage.close()
    return { sink, rows, kills }
  }

  it('between mails: everybody gets one, and it knows that of each', async () => {
    let asked = 0
    const { sink, rows, kills } = await sendWithKills((kill) => ({
      recipient: () => ((asked += 1) === 75 || asked === 120 ? void kill() : undefined),
    }))
    expect(kills).toBe(2)
    expectEverybodyOnce(sink, people)
    expect(rows.map(({ status }) => status)).toEqual(rows.map(() => 'sent'))
  }, 60_000)

  it('after mails had arrived that it did not yet know of: nobody gets a second one', async () => {
    const { sink, rows, kills } = await sendWithKills((kill) => ({
      // The mail is there, and its answer does not come home any more.
      mail: (_, count) => (count % 50 === 25 ? void kill() : undefined),
    }))
    expect(kills).toBe(3)
    expectEverybodyOnce(sink, people)
    // Each is known to be there, or said to be unsure.
    const unsure = rows.filter(({ status, reason }) => status === 'failed' && reason === 'unsure')
    expect(unsure.length).toBeLessThanOrEqual(3)
    expect(rows.filter(({ status }) => status === 'sent')).toHaveLength(people - unsure.length)
  }, 60_000)

  it('by a server that greylists: everybody once, though tries and kills cross', async () => {
    const tries = new Map<string, number>()
    let asked = 0
    const { sink, rows, kills } = await sendWithKills(
      (kill) => ({
        recipient(address) {
          asked += 1
          if (asked % 90 === 0) kill()
          const count = (tries.get(address) ?? 0) + 1
          tries.set(address, count)
          return count <= 2 ? 451 : undefined
        },
      }),
      // A minute is a tenth of a second.
      600,
    )
    expect(kills).toBeGreaterThan(2)
    expectEverybodyOnce(sink, people)
    expect(rows.map(({ status }) => status)).toEqual(rows.map(() => 'sent'))
  }, 60_000)

  it('in the middle of mails: nobody gets two, and whoever may have none is listed', async () => {
    let pieces = 0
    const { sink, rows, kills } = await sendWithKills((kill) => ({
      piece: () => void ((pieces += 1) === 100 || pieces === 301 ? kill() : undefined),
    }))
    expect(kills).toBe(2)
    const mails = toEach(sink)
    for (const [index, { status, reason }] of rows.entries()) {
      const count = mails[addressOf(index)]?.length ?? 0
      // Killed in the milliseconds between "it goes" on the disk and its last line, it is lost, and said to be.
      if (status !== 'sent') expect([reason, count <= 1]).toEqual(['unsure', true])
      else expect(count).toBe(1)
    }
    const unsure = rows.filter(({ status }) => status !== 'sent')
    expect(unsure.length).toBeLessThanOrEqual(kills)
  }, 60_000)
})

async function freePort(): Promise<number> {
  await using sink = await openMailSink()
  return sink.server.port
}
