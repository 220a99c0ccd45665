/** What organisers see before they send: over real HTTP and a real SMTP server. */
import { expect, it, onTestFinished } from 'vitest'
import { openMailSink, type SinkRules } from '../mail/testing/mailSink.ts'
import { readMail, textOf } from '../mail/testing/readMail.ts'
import { startTestServer } from '../testing/startTestServer.ts'

async function openEvening(rules: SinkRules = {}) {
  const sink = await openMailSink(rules)
  onTestFinished(() => sink[Symbol.asyncDispose]())
  const from = { name: 'Lindåsa kommun', address: 'bordet@lindasa.example' }
  const server = await startTestServer({ mail: { server: sink.server, from } })
  const { id, keys, joinCode } = await server.create({ owner: 'Lindåsa kommun' })
  await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const anna = await server.join(joinCode, { table: 1 })
  const write = (text: string) => server.command(id, anna.key, { type: 'addNote', zone: 'works', text })
  const path = `/api/workshops/${id}`
  const key = server.organiserKey
  const before = async () => (await server.call(`${path}/before-sending`, { key })).body
  return { sink, server, id, keys, anna, write, path, key, before }
}

it('names the notes to think about and the gaps, and a hidden or kept note is no more in question', async () => {
  const { server, id, keys, anna, write, path, key, before } = await openEvening()
  await write('Bussen går i tid')
  const phone = await write('Ring mig på 070-123 45 67')
  const name = await write('Anna Ek på kommunen svarar aldrig')
  await server.command(id, anna.key, { type: 'giveContact', email: 'a@example.org', language: 'da' })
  for (const other of [keys.facilitator, keys.helper, anna.key])
    expect((await server.call(`${path}/before-sending`, { key: other })).status).toBe(403)
  expect(await before()).toMatchObject({
    notes: [
      { noteId: phone.noteId, quoted: false, risks: [{ kind: 'phone' }] },
      { noteId: name.noteId, risks: [{ kind: 'name', from: 0, to: 7 }] },
    ],
    hasSummary: false,
    unsorted: 3,
    all: 3,
    isClosed: false,
    byEmail: 1,
    byPost: 0,
    languages: ['sv', 'da'],
  })
  await server.command(id, keys.facilitator, { type: 'close' })
  await server.command(id, key, { type: 'hideNote', noteId: phone.noteId ?? '', hidden: true })
  await server.command(id, key, { type: 'keepNote', noteId: name.noteId ?? '' })
  await server.command(id, key, { type: 'editReport', part: 'headInShort', text: 'En fin kväll.' })
  expect(await before()).toMatchObject({ notes: [], hasSummary: true, all: 2, isClosed: true })
})

it('shows the mail as it will be', async () => {
  const { server, write, path, key, keys } = await openEvening()
  await write('Bussen går i tid')
  const preview = (body: object, who = key) =>
    server.call(`${path}/mailing/preview`, { key: who, body: { format: 'link', language: 'sv', ...body } })
  expect((await preview({}, keys.facilitator)).status).toBe(403)
  const { body } = await preview({ note: 'Vi ses <snart>!' })
  expect(body).toMatchObject({
    subject: 'Skörden från World Café i Lindåsa',
    html: expect.stringContaining('Vi ses &lt;snart&gt;!'),
    text: expect.stringMatching(/\/r\/\d{6}\//),
  })
  expect((await preview({ language: 'da', format: 'pdf' })).body).toMatchObject({
    text: expect.stringContaining('vedhæftet'),
  })
})

it('sends a test to one address, keeps it nowhere, says why it failed, and holds who sends too many', async () => {
  const { sink, server, path, key, keys, write } = await openEvening({
    recipient: (address) => (address.startsWith('nobody') ? 550 : undefined),
  })
  await write('Bussen går i tid')
  const send = (to: string, who = key) =>
    server.call(`${path}/mailing/test`, { key: who, body: { to, format: 'pdf', language: 'sv' } })
  expect((await send('me@example.org', keys.facilitator)).status).toBe(403)
  expect((await send('not an address')).status).toBe(400)
  expect((await send('me@example.org')).body).toEqual({ result: 'sent', reason: null, smtpCode: null })
  expect((await send('nobody@example.org')).body).toEqual({
    result: 'failed',
    reason: 'addressRefused',
    smtpCode: 550,
  })
  const [received] = sink.received
  const mail = readMail(received?.source ?? '')
  expect(textOf(mail, 'text/plain')).toContain('Det här är ett prov. Din adress sparas inte.')
  expect(mail.head.has('list-unsubscribe')).toBe(false)
  expect(mail.parts.map(({ type }) => type)).toContain('application/pdf')
  expect((await server.call(`${path}/contacts`, { key })).body).toMatchObject({ contacts: [] })
  expect((await server.call(`${path}/mailings`, { key })).body).toMatchObject({ mailings: [] })
  const more = await Promise.all(Array.from({ length: 6 }, () => send('me@example.org')))
  expect(more.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429, 429])
}, 60_000)

it('a corrected address gets the mail that the wrong one did not', async () => {
  const { sink, server, id, anna, write, path, key, keys } = await openEvening({
    recipient: (address) => (address.startsWith('wrong') ? 550 : undefined),
  })
  await write('Bussen går i tid')
  await server.command(id, anna.key, { type: 'giveContact', email: 'wrong@example.org', language: 'sv' })
  await server.call(`${path}/mailing`, { key, body: { format: 'link' } })
  type Mailings = {
    mailings: { id: string; queued: number; sending: number; failures: { contact: string }[] }[]
  }
  const settled = async () => {
    for (;;) {
      const { mailings } = (await server.call(`${path}/mailings`, { key })).body as Mailings
      if (mailings[0] && mailings[0].queued + mailings[0].sending === 0) return mailings[0]
      await new Promise(setImmediate)
    }
  }
  const mailing = await settled()
  const contact = mailing.failures[0]?.contact ?? ''
  const correct = (email: string, who = key) =>
    server.call(`${path}/contacts/${contact}`, { key: who, method: 'PATCH', body: { email } })
  expect((await correct('right@example.org', keys.facilitator)).status).toBe(403)
  expect((await correct('wrong')).status).toBe(400)
  expect((await correct('right@example.org')).status).toBe(200)
  await server.call(`${path}/mailings/${mailing.id}/again`, { key, body: { contact } })
  expect((await settled()).failures).toEqual([])
  expect(sink.received.map(({ to }) => to)).toEqual(['right@example.org'])
}, 60_000)
