/** Sending the harvest over real HTTP and a real SMTP server: what people get, how they get out, and what no log says. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { openMailSink, type MailSink, type SinkRules } from '../mail/testing/mailSink.ts'
import { readMail, textOf } from '../mail/testing/readMail.ts'
import { client, startTestServer, type TestClient } from '../testing/startTestServer.ts'

const mailingsSchema = z.object({
  mail: z.enum(['on', 'off']),
  recipients: z.record(z.string(), z.number()),
  mailings: z.array(
    z.object({
      id: z.string(),
      queued: z.number(),
      sending: z.number(),
      sent: z.number(),
      failed: z.number(),
      later: z.number(),
      reasons: z.record(z.string(), z.number()),
      failures: z.array(
        z.object({
          contact: z.string(),
          reason: z.string(),
          smtpCode: z.number().nullable(),
          nextAt: z.number().nullable(),
        }),
      ),
    }),
  ),
})
const startedSchema = z.object({ id: z.string(), recipients: z.number() })

async function openSink(rules: SinkRules = {}): Promise<MailSink> {
  const sink = await openMailSink(rules)
  onTestFinished(() => sink[Symbol.asyncDispose]())
  return sink
}

/** A meeting with a note, where these gave their addresses. */
async function openEvening(
  server: TestClient,
  addresses: { email?: string; postal?: string; language?: 'sv' | 'da' | 'nb' | 'en' }[],
) {
  const { id, keys, joinCode } = await server.create({ owner: 'Lindåsa kommun' })
  await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const anna = await server.join(joinCode, { table: 1 })
  await server.command(id, anna.key, { type: 'addNote', zone: 'works', text: 'Bussen går i tid' })
  for (const address of addresses) {
    const { key } = await server.join(joinCode)
    await server.command(id, key, { type: 'giveContact', ...address })
  }
  const path = `/api/workshops/${id}`
  const key = server.organiserKey
  return {
    id,
    keys,
    path,
    joinCode,
    send: (body: object) => server.call(`${path}/mailing`, { key, body }),
    async mailings() {
      return mailingsSchema.parse((await server.call(`${path}/mailings`, { key })).body)
    },
    async untilSettled() {
      for (;;) {
        const [newest] = (await this.mailings()).mailings
        if (newest && newest.queued + newest.sending === 0) return newest
        await new Promise(setImmediate)
      }
    },
  }
}

const sender = { name: 'Lindåsa kommun', address: 'bordet@lindasa.example' }
const publicUrl = 'https://bordet.lindasa.example'

describe('a mailing', () => {
  it('brings each person the harvest in their language, and their address to nobody else', async () => {
    const sink = await openSink()
    const server = await startTestServer({ publicUrl, mail: { server: sink.server, from: sender } })
    const evening = await openEvening(server, [
      { email: 'åsa@exempel.se', language: 'sv' },
      { email: 'soren@example.dk', language: 'da' },
      { email: 'kari@example.no', language: 'nb' },
      { postal: 'Bo Ek\nStorgatan 1\n343 71 Diö' },
    ])
    const started = await evening.send({ format: 'docx', note: 'Vi ses <snart> igen!\nHälsningar Eva' })
    expect(started).toMatchObject({ status: 201, body: { recipients: 3 } })
    expect(await evening.untilSettled()).toMatchObject({ sent: 3, failed: 0, reasons: {}, failures: [] })
    expect(sink.received.map(({ to }) => to).sort()).toEqual([
      'kari@example.no',
      'soren@example.dk',
      'åsa@exempel.se',
    ])
    const subjects = {
      'åsa@exempel.se': 'Skörden från',
      'soren@example.dk': 'Opsamlingen fra',
      'kari@example.no': 'Oppsummeringen fra',
    }
    for (const { to, source, messageId } of sink.received) {
      const mail = readMail(source)
      expect(mail.head.get('subject')).toBe(
        `${Object.entries(subjects).find(([address]) => address === to)?.[1]} World Café i Lindåsa`,
      )
      expect(mail.head.get('from')).toBe('Lindåsa kommun <bordet@lindasa.example>')
      expect(messageId).toMatch(/^[\w-]{22}@lindasa\.example$/)
      const [text, html] = [textOf(mail, 'text/plain'), textOf(mail, 'text/html')]
      expect(text).toContain('Vi ses <snart> igen!')
      expect(html).toContain('Vi ses &lt;snart&gt; igen!<br>Hälsningar Eva')
      expect(html).toContain(`lang="${mail.head.get('content-language')}"`)
      for (const other of Object.keys(subjects).filter((address) => address !== to))
        expect(source).not.toContain(other)
      const file = mail.parts.find(({ fileName }) => fileName !== null)
      expect(file?.fileName).toMatch(/ – Lindåsa – \d{4}-\d\d-\d\d\.docx$/)
      const words = await mammoth.extractRawText({ buffer: file?.bytes ?? Buffer.alloc(0) })
      expect(words.value).toContain('Bussen går i tid')
      for (const key of [server.organiserKey, evening.keys.facilitator, evening.keys.helper])
        expect(source).not.toContain(key)
    }
  }, 60_000)

  it('is made once for one opId, and not while another is under way', async () => {
    const sink = await openSink()
    const server = await startTestServer({ mail: { server: sink.server, from: sender } })
    const evening = await openEvening(server, [{ email: 'a@example.org' }, { email: 'b@example.org' }])
    const opId = crypto.randomUUID()
    const [one, other] = await Promise.all([0, 1].map(() => evening.send({ opId, format: 'link' })))
    expect([one?.status, other?.status].sort()).toEqual([200, 201])
    expect(one?.body).toEqual(other?.body)
    expect(await evening.send({ format: 'link' })).toMatchObject({
      status: 409,
      body: { code: 'mailingUnderWay' },
    })
    await evening.untilSettled()
    expect(await evening.send({ opId, format: 'link' })).toMatchObject({
      status: 200,
      body: startedSchema.parse(one?.body),
    })
    expect(sink.received).toHaveLength(2)
    // Without https nothing may be promised to mail programs (RFC 8058); the way out is there all the same.
    const { head } = readMail(sink.received[0]?.source ?? '')
    expect(head.get('list-unsubscribe')).toMatch(/^<http:/)
    expect(head.has('list-unsubscribe-post')).toBe(false)
  })

  it('is refused while mails of an earlier one are to be tried again, and made once of six asked for at once', async () => {
    let isGreylisting = true
    const sink = await openSink({ recipient: () => (isGreylisting ? 451 : undefined) })
    const server = await startTestServer({ mail: { server: sink.server, from: sender } })
    const evening = await openEvening(server, [{ email: 'a@example.org' }, { email: 'b@example.org' }])
    const six = await Promise.all(
      Array.from({ length: 6 }, () => evening.send({ opId: crypto.randomUUID(), format: 'link' })),
    )
    expect(six.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409])
    const { id, ...counts } = await evening.untilSettled()
    expect(counts).toMatchObject({ sent: 0, failed: 2, later: 2, reasons: { busy: 2 } })
    for (const { nextAt } of counts.failures) expect(nextAt).not.toBeNull()
    isGreylisting = false
    const refused = { status: 409, body: { code: 'mailingUnderWay' } }
    expect(await evening.send({ format: 'link' })).toMatchObject(refused)
    expect((await evening.mailings()).mailings).toHaveLength(1)
    // The organiser need not wait for a day and a half.
    const key = server.organiserKey
    const end = () => server.call(`${evening.path}/mailings/${id}/end`, { key, body: {} })
    expect(await end()).toMatchObject({ status: 200, body: { ended: 2 } })
    expect(await end()).toMatchObject({ status: 200, body: { ended: 0 } })
    expect((await evening.mailings()).mailings[0]).toMatchObject({ failed: 2, later: 0 })
    expect((await evening.send({ format: 'link' })).status).toBe(201)
    expect(await evening.untilSettled()).toMatchObject({ sent: 2 })
    expect(sink.received.map(({ to }) => to).sort()).toEqual(['a@example.org', 'b@example.org'])
  })

  it('brings each address one mail, however often and in whatever way it was written', async () => {
    const sink = await openSink()
    const server = await startTestServer({ mail: { server: sink.server, from: sender } })
    const evening = await openEvening(server, [{ email: 'anna@example.org' }, { email: 'bo@example.org' }])
    const slip = (email: string) =>
      server.command(evening.id, evening.keys.helper, { type: 'giveContact', email })
    for (const email of ['Anna@Example.org', 'bo@example.org', 'eva@example.org', 'eva@example.org'])
      await slip(email)
    const contacts = () => server.call(`${evening.path}/contacts`, { key: server.organiserKey })
    expect((await contacts()).body).toMatchObject({ byEmail: 3 })
    expect(await evening.send({ format: 'link' })).toMatchObject({ status: 201, body: { recipients: 3 } })
    expect(await evening.untilSettled()).toMatchObject({ sent: 3, failed: 0 })
    const received = () => sink.received.map(({ to }) => to).sort()
    expect(received()).toEqual(['anna@example.org', 'bo@example.org', 'eva@example.org'])
    const annas = sink.received.find(({ to }) => to.startsWith('anna'))
    const wayOut =
      readMail(annas?.source ?? '')
        .head.get('list-unsubscribe')
        ?.slice(1, -1) ?? ''
    expect(await (await fetch(wayOut, { method: 'POST' })).text()).toContain('Adressen är raderad')
    expect(JSON.stringify((await contacts()).body)).not.toMatch(/anna@/i)
    expect(await evening.send({ format: 'link' })).toMatchObject({ status: 201, body: { recipients: 2 } })
    await evening.untilSettled()
    expect(received().filter((to) => /anna@/i.test(to))).toHaveLength(1)
  })

  it('is the organiser’s alone, wants somebody to send to, and a format that can be written', async () => {
    const sink = await openSink()
    const server = await startTestServer({ mail: { server: sink.server, from: sender } })
    const evening = await openEvening(server, [{ postal: 'Bo Ek\nStorgatan 1' }])
    for (const key of [evening.keys.facilitator, evening.keys.helper]) {
      expect((await server.call(`${evening.path}/mailing`, { key, body: { format: 'docx' } })).status).toBe(
        403,
      )
      expect((await server.call(`${evening.path}/mailings`, { key })).status).toBe(403)
    }
    expect(await evening.send({ format: 'docx' })).toMatchObject({
      status: 409,
      body: { code: 'nobodyAsked' },
    })
    expect((await evening.send({ format: 'exe' })).status).toBe(400)
    expect(await evening.mailings()).toMatchObject({ mail: 'on', mailings: [] })
  })

  it('is refused and said to be off where the server has no mail', async () => {
    const server = await startTestServer()
    const evening = await openEvening(server, [{ email: 'a@example.org' }])
    expect(await evening.send({ format: 'docx' })).toMatchObject({ status: 409, body: { code: 'mailOff' } })
    expect(await evening.mailings()).toMatchObject({ mail: 'off', mailings: [] })
  })

  it('lists what failed, and tries it again when asked', async () => {
    let isFull = true
    const sink = await openSink({
      recipient: (address) => (isFull && address.startsWith('full') ? 552 : undefined),
    })
    const server = await startTestServer({ mail: { server: sink.server, from: sender } })
    const evening = await openEvening(server, [{ email: 'full@example.org' }, { email: 'b@example.org' }])
    await evening.send({ format: 'link' })
    const { id, ...counts } = await evening.untilSettled()
    expect(counts).toMatchObject({
      sent: 1,
      failed: 1,
      reasons: { tooLarge: 1 },
      failures: [{ reason: 'tooLarge', smtpCode: 552, nextAt: null }],
    })
    isFull = false
    const key = server.organiserKey
    const again = await server.call(`${evening.path}/mailings/${id}/again`, { key, body: {} })
    expect(again).toMatchObject({ status: 200, body: { queued: 1 } })
    expect(await evening.untilSettled()).toMatchObject({ sent: 2, failed: 0 })
    expect(sink.received.map(({ to }) => to).sort()).toEqual(['b@example.org', 'full@example.org'])
  })
})

it('sends what may have been sent again only when that is asked for', async () => {
  let isCutting = true
  const sink = await openSink({
    recipient: (address) => (isCutting && address.startsWith('full') ? 552 : undefined),
    // The mail is there, and its answer does not come home.
    mail: ({ to }) => (isCutting && to.startsWith('cut') ? 'cut' : undefined),
  })
  const server = await startTestServer({ mail: { server: sink.server, from: sender } })
  const evening = await openEvening(server, [{ email: 'full@example.org' }, { email: 'cut@example.org' }])
  await evening.send({ format: 'link' })
  const { id, ...counts } = await evening.untilSettled()
  expect(counts).toMatchObject({ failed: 2, later: 0, reasons: { tooLarge: 1, unsure: 1 } })
  isCutting = false
  const key = server.organiserKey
  const again = (body: object) => server.call(`${evening.path}/mailings/${id}/again`, { key, body })
  const both = await Promise.all([again({}), again({})])
  expect(both.map(({ body }) => body)).toEqual(expect.arrayContaining([{ queued: 1 }, { queued: 0 }]))
  expect(await evening.untilSettled()).toMatchObject({ sent: 1, reasons: { unsure: 1 } })
  const received = () => sink.received.map(({ to }) => to)
  expect(received()).toEqual(['cut@example.org', 'full@example.org'])
  expect((await again({ which: 'unsure' })).body).toEqual({ queued: 1 })
  expect(await evening.untilSettled()).toMatchObject({ sent: 2, failed: 0 })
  expect(received()).toEqual(['cut@example.org', 'full@example.org', 'cut@example.org'])
})

describe('a second mailing', () => {
  it('goes only to those who have not had it: who asked later, and whose mail was given up', async () => {
    let isGone = true
    const sink = await openSink({
      recipient: (address) => (isGone && address.startsWith('gone') ? 550 : undefined),
    })
    const server = await startTestServer({ mail: { server: sink.server, from: sender } })
    const evening = await openEvening(server, [
      { email: 'a@example.org' },
      { email: 'gone@example.org' },
      { email: 'A@example.org' },
    ])
    expect(await evening.mailings()).toMatchObject({ recipients: { everybody: 2, others: 2 } })
    await evening.send({ format: 'link' })
    await evening.untilSettled()
    const { id: first } = (await evening.mailings()).mailings[0] ?? { id: '' }
    isGone = false
    const late = await server.join(evening.joinCode)
    await server.command(evening.id, late.key, { type: 'giveContact', email: 'late@example.org' })
    expect(await evening.mailings()).toMatchObject({
      recipients: { everybody: 3, others: 2, unsure: 0, waiting: 0 },
    })
    expect(await evening.send({ format: 'link', to: 'others' })).toMatchObject({
      status: 201,
      body: { recipients: 2 },
    })
    await evening.untilSettled()
    expect(sink.received.map(({ to }) => to).sort()).toEqual([
      'a@example.org',
      'gone@example.org',
      'late@example.org',
    ])
    expect(await evening.send({ format: 'link', to: 'others' })).toMatchObject({
      status: 409,
      body: { code: 'nobodyAsked' },
    })
    // What the second mailing brought is not brought again by the first.
    const key = server.organiserKey
    const again = await server.call(`${evening.path}/mailings/${first}/again`, { key, body: {} })
    expect(again).toMatchObject({ status: 200, body: { queued: 0 } })
  })
})

describe('the links in a mail', () => {
  async function openLinks() {
    const sink = await openSink()
    const server = await startTestServer({ publicUrl, mail: { server: sink.server, from: sender } })
    const evening = await openEvening(server, [{ email: 'a@example.org', language: 'en' }])
    await evening.send({ format: 'link' })
    await evening.untilSettled()
    const mail = readMail(sink.received[0]?.source ?? '')
    const local = (url: string) => url.replace(publicUrl, server.url)
    return { sink, server, evening, mail, local }
  }

  it('take the address away: not by looking, but with a button, or with one POST of a mail program', async () => {
    const { server, evening, mail, local, sink } = await openLinks()
    const url = /^<(https:\/\/.+)>$/.exec(mail.head.get('list-unsubscribe') ?? '')?.[1] ?? ''
    expect(url).toMatch(/^https:\/\/bordet\.lindasa\.example\/u\/[\w-]{32}$/)
    expect(mail.head.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(textOf(mail, 'text/plain')).toContain(url)
    const contacts = () => server.call(`${evening.path}/contacts`, { key: server.organiserKey })
    const page = await fetch(local(url))
    const html = await page.text()
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(html).toContain('<form method="post"><button>Delete the address</button></form>')
    expect(html).toContain('lang="en"')
    expect((await contacts()).body).toMatchObject({ byEmail: 1 })
    // As RFC 8058 has it.
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    const done = await fetch(local(url), { method: 'POST', body })
    expect(done.status).toBe(200)
    expect(await done.text()).toContain('The address is deleted')
    expect((await contacts()).body).toMatchObject({ byEmail: 0, contacts: [] })
    expect((await fetch(local(url), { method: 'POST', body })).status).toBe(200)
    expect(await (await fetch(local(url), { headers: { 'accept-language': 'da' } })).text()).toContain(
      'Adressen er slettet',
    )
    expect(await evening.send({ format: 'link' })).toMatchObject({
      status: 409,
      body: { code: 'nobodyAsked' },
    })
    expect(sink.received).toHaveLength(1)
  })

  it('take nobody’s address away with a token that is wrong', async () => {
    const { server, evening } = await openLinks()
    const wrong = `${server.url}/u/${'a'.repeat(32)}`
    expect((await fetch(wrong)).status).toBe(404)
    expect((await fetch(wrong, { method: 'POST', body: new URLSearchParams() })).status).toBe(404)
    const list = await server.call(`${evening.path}/contacts`, { key: server.organiserKey })
    expect(list.body).toMatchObject({ byEmail: 1 })
  })

  it('lead to the harvest, however the address was typed, and nowhere with a wrong one', async () => {
    const { mail, local } = await openLinks()
    const url = /https:\S+\/r\/\S+/.exec(textOf(mail, 'text/plain'))?.[0] ?? ''
    expect(url).toMatch(/\/r\/\d{6}\/[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/)
    const page = await (await fetch(local(url), { headers: { 'accept-language': 'sv' } })).text()
    expect(page).toContain('Skörden från World Café i Lindåsa')
    const file = /href="(\/r\/[^"]+\/docx[^"]*)"/.exec(page)?.[1] ?? ''
    const bytes = await (await fetch(new URL(file, local(url)))).arrayBuffer()
    expect((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value).toContain('Bussen går i tid')
    const typed = url.replace(/[^/]+$/, (key) => key.replaceAll('-', '').toUpperCase().replaceAll('0', 'o'))
    expect((await fetch(local(typed))).status).toBe(200)
    expect((await fetch(local(url.replace(/.$/, (sign) => (sign === '7' ? '8' : '7'))))).status).toBe(404)
  })
})

it('says no address in any log, also when the mail server’s answer does', async () => {
  const sink = await openSink({
    recipient: (address) => (address.startsWith('gone') ? 550 : address.startsWith('busy') ? 451 : undefined),
  })
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-mail-log-'))
  const server = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: {
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder.path,
      LOG_LEVEL: 'trace',
      SMTP_URL: sink.url,
      MAIL_FROM: 'Bordet <bordet@lindasa.example>',
      ORGANISER_KEY: 'organiser-key-of-the-log-test',
    },
  })
  onTestFinished(() => void server.kill('SIGKILL'))
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (said += part))
  while (!said.includes('ready ')) await once(server.stdout, 'data')
  const url = /ready (http:\S+)/.exec(said)?.[1] ?? ''
  const evening = await openEvening(client(url, 'organiser-key-of-the-log-test'), [
    { email: 'gone@secret.example' },
    { email: 'busy@secret.example' },
    { email: 'anna@secret.example' },
  ])
  await evening.send({ format: 'docx' })
  expect(await evening.untilSettled()).toMatchObject({
    sent: 1,
    failed: 2,
    reasons: { addressRefused: 1, busy: 1 },
  })
  const unsubscribe =
    readMail(sink.received[0]?.source ?? '')
      .head.get('list-unsubscribe')
      ?.slice(1, -1) ?? ''
  await fetch(unsubscribe, { method: 'POST' })
  server.kill('SIGTERM')
  expect(await once(server, 'exit')).toEqual([0, null])
  expect(said).toContain('a mail was refused')
  expect(said).not.toContain('secret.example')
  expect(said).not.toContain(unsubscribe.slice(-32))
}, 60_000)
