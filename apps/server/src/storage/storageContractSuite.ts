/** What every storage must do, run against each of them by its own test file. */
import { describe, expect, it } from 'vitest'
import type { IndexedNote, SourceFacts } from './noteIndex.ts'
import {
  AlreadyThere,
  MailingUnderWay,
  VersionTaken,
  type BoardMark,
  type BoardPicture,
  type CommandRow,
  type ContactRow,
  type MailRow,
  type Storage,
  type WholeWorkshop,
  type Write,
} from './storage.ts'

/** A storage on an empty place. `reopen` opens the same place again, after closing it. */
export interface StoragePlace extends AsyncDisposable {
  storage: Storage
  reopen(): Promise<Storage>
}

export const actor = { role: 'participant', personId: 'p1', table: null } as const

export function workshopWrite(id: string): Write {
  return {
    workshop: { id, joinCode: '123456', createdAt: 1000, version: 0, state: { id, version: 0 } },
    boards: [{ boardId: `${id}-hall`, workshopId: id, state: Uint8Array.of(0, 0) }],
    keys: [{ hash: `${id}-key`, workshopId: id, role: 'table', personId: null, table: 3 }],
  }
}

export function commandRow(workshopId: string, version: number, opId = `op-${version}`): CommandRow {
  const command = { opId, type: 'arrive' }
  return { workshopId, version, opId, actor, at: 2000 + version, command, answer: { version } }
}

function contactRow(id: string, more: Partial<ContactRow> = {}): ContactRow {
  return {
    workshopId: 'w1',
    id,
    personId: id,
    email: `${id}@example.org`,
    postal: null,
    language: 'sv',
    via: 'phone',
    at: 5000,
    deleteAt: 9000,
    ...more,
  }
}

function mark(phaseId: string, more: Partial<BoardMark> = {}): BoardMark {
  return {
    boardId: 'w1-hall',
    phaseId,
    startedAt: 1000,
    at: 2000,
    kind: 'endPhase',
    seq: 0,
    packed: Uint8Array.of(1, 2, 3),
    ...more,
  }
}

function picture(phaseId: string, more: Partial<BoardPicture> = {}): BoardPicture {
  return {
    boardId: 'w1-hall',
    phaseId,
    startedAt: 1000,
    seq: 4,
    noteIds: ['n1', 'n2'],
    hiddenIds: ['n2'],
    svg: 'a.svg',
    png: 'a.png',
    width: 800,
    height: 600,
    ...more,
  }
}

function mailRow(contactId: string, more: Partial<MailRow> = {}): MailRow {
  return {
    mailingId: 'm1',
    contactId,
    also: [],
    messageId: `m1-${contactId}@example.org`,
    unsubscribeHash: `hash-${contactId}`,
    status: 'queued',
    tries: 0,
    changedAt: 8000,
    nextAt: 8000,
    reason: null,
    smtpCode: null,
    ...more,
  }
}

/** `w9`, as it was before it came here. */
function whole(more: Partial<WholeWorkshop> = {}): WholeWorkshop {
  return {
    id: 'w9',
    joinCode: '654321',
    createdAt: 1000,
    first: { version: 1, state: { id: 'w9', version: 1 } },
    newest: { version: 4, state: { id: 'w9', version: 4 } },
    commands: [2, 3, 4].map((version) => commandRow('w9', version)),
    boards: [{ boardId: 'w9-hall', seq: 7, state: Uint8Array.of(9) }],
    marks: [mark('r1', { boardId: 'w9-hall', seq: 5 })],
    pictures: [picture('r1', { boardId: 'w9-hall' })],
    keys: [{ hash: 'w9-key', workshopId: 'w9', role: 'screen', personId: null, table: null }],
    ...more,
  }
}
const facts: SourceFacts = {
  title: 'Café',
  place: 'Lindåsa',
  heldOn: '2026-05-12',
  participants: 12,
  isOpen: false,
  unreadable: [],
  seriesId: null,
  sentence: '',
}

function indexedNote(id: string, text: string, more: Partial<IndexedNote> = {}): IndexedNote {
  return {
    id,
    text,
    themes: [],
    place: 'Lindåsa',
    heldOn: '2026-05-12',
    table: 1,
    round: null,
    phase: '',
    isQuote: false,
    dots: null,
    photo: false,
    fromPaper: false,
    writtenAt: 1000,
    ...more,
  }
}

const mailingRow = { id: 'm1', workshopId: 'w1', at: 8000, format: 'docx', note: '' }

export function storageContractSuite(name: string, openPlace: () => Promise<StoragePlace>): void {
  async function openWithWorkshop() {
    const place = await openPlace()
    await place.storage.commit(workshopWrite('w1'))
    return place
  }

  describe(`${name} as a storage`, () => {
    it('gives back a workshop with its keys, boards and join code', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      expect(await storage.loadWorkshop('w1')).toEqual({ state: { id: 'w1', version: 0 }, commands: [] })
      expect(await storage.listWorkshops()).toEqual([
        { id: 'w1', joinCode: '123456', createdAt: 1000, version: 0 },
      ])
      expect(await storage.workshopIdByJoinCode('123456')).toBe('w1')
      expect(await storage.workshopIdByBoard('w1-hall')).toBe('w1')
      expect(await storage.keyByHash('w1-key')).toMatchObject({ role: 'table', table: 3, personId: null })
    })

    it('keeps own templates through a restart, newest first, until they are replaced or removed', async () => {
      await using place = await openPlace()
      const { storage } = place
      await storage.saveTemplate({ id: 't1', savedAt: 1000, file: { name: { sv: 'Ett' } } })
      await storage.saveTemplate({ id: 't2', savedAt: 2000, file: { name: { sv: 'Två' } } })
      await storage.saveTemplate({ id: 't1', savedAt: 3000, file: { name: { sv: 'Ett igen' } } })
      const again = await place.reopen()
      expect((await again.listTemplates()).map(({ id }) => id)).toEqual(['t1', 't2'])
      expect(await again.template('t1')).toEqual({
        id: 't1',
        savedAt: 3000,
        file: { name: { sv: 'Ett igen' } },
      })
      expect(await again.removeTemplate('t1')).toBe(true)
      expect(await again.removeTemplate('t1')).toBe(false)
      expect(await again.template('t1')).toBeNull()
      expect(await again.listTemplates()).toHaveLength(1)
    })

    it('keeps programmes with their interview rounds, and refuses a change that does not follow the last', async () => {
      await using place = await openPlace()
      const { storage } = place
      const row = { id: 's1', createdAt: 1000, version: 1, content: { name: 'Ett' } }
      const round = { id: 'i1', seriesId: 's1', savedAt: 1500, version: 1, content: { quotes: [] } }
      expect(await storage.saveInterviews(round)).toBe(false)
      expect(await storage.saveSeries(row)).toBe(true)
      expect(await storage.saveSeries(row)).toBe(false)
      expect(await storage.saveSeries({ ...row, version: 3 })).toBe(false)
      expect(await storage.saveSeries({ ...row, version: 2, content: { name: 'Två' } })).toBe(true)
      expect(await storage.saveInterviews(round)).toBe(true)
      expect(await storage.saveInterviews({ ...round, version: 2 })).toBe(true)
      expect(await storage.saveInterviews({ ...round, version: 2 })).toBe(false)
      const again = await place.reopen()
      expect(await again.listSeries()).toEqual([{ ...row, version: 2, content: { name: 'Två' } }])
      expect(await again.listInterviews('s1')).toEqual([{ ...round, version: 2 }])
      expect(await again.removeInterviews('other', 'i1')).toBe(false)
      expect(await again.removeSeries('s1')).toBe(true)
      expect(await again.interviews('i1')).toBeNull()
      expect(await again.series('s1')).toBeNull()
      expect(await again.removeSeries('s1')).toBe(false)
    })

    it('asks for a source again once anything durable of it has changed, and forgets one that is gone', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const stale = async () => (await storage.staleSources()).map(({ id }) => id)
      const readAll = async () => {
        for (const source of await storage.staleSources())
          await storage.saveNotes(source, { facts, notes: [indexedNote('n1', 'Bussen')] })
      }
      expect(await stale()).toEqual(['w1'])
      await readAll()
      expect(await stale()).toEqual([])
      await storage.append('w1-hall', Uint8Array.of(1))
      expect(await stale()).toEqual(['w1'])
      await readAll()
      await storage.commit({ command: commandRow('w1', 1) })
      expect(await stale()).toEqual(['w1'])
      await readAll()
      await storage.saveSeries({ id: 's1', createdAt: 1, version: 1, content: {} })
      await storage.saveInterviews({ id: 'i1', seriesId: 's1', savedAt: 1, version: 1, content: {} })
      expect(await storage.staleSources()).toMatchObject([{ id: 'i1', kind: 'interviews' }])
      await readAll()
      const again = await place.reopen()
      expect(await again.staleSources()).toEqual([])
      const find = () => again.searchNotes([], { sources: null }, { offset: 0, limit: 10 })
      expect((await find()).total).toBe(2)
      await again.removeSeries('s1')
      expect(await again.staleSources()).toEqual([])
      expect((await find()).total).toBe(1)
    })

    it('finds exactly the notes it was given last, by word, place, theme and table, and counts them', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const [source] = await storage.staleSources()
      if (!source) throw new Error('no source')
      const bus = { key: 'bus', name: 'Bus' }
      const first = [
        indexedNote('n1', 'Skolbussen', { themes: [bus], table: 2, round: 1, dots: 3 }),
        indexedNote('n2', 'Bussen går', { themes: [bus, { key: 'sko', name: 'Skola' }], isQuote: true }),
        indexedNote('n3', 'ÅÄÖ æøå', { place: ' LINDÅSA ' }),
      ]
      await storage.saveNotes(source, { facts, notes: first })
      const find = async (text: string, filter: object = {}) => {
        const terms = text === '' ? [] : [{ text, kind: 'word' as const }]
        const page = { offset: 0, limit: 10, best: true }
        const { hits, total } = await storage.searchNotes(terms, { sources: null, ...filter }, page)
        expect(hits).toHaveLength(total)
        return hits.map(({ id }) => id)
      }
      expect(await find('buss')).toEqual(['n2', 'n1'])
      expect(await find('bus')).toEqual(['n2'])
      expect(await find('åäö')).toEqual(['n3'])
      expect(await find('aao')).toEqual([])
      expect(await find('', { place: 'lindåsa' })).toEqual(['n2', 'n1', 'n3'])
      expect(await find('', { theme: 'sko' })).toEqual(['n2'])
      expect(await find('', { theme: '' })).toEqual(['n3'])
      expect(await find('', { table: 2, round: 1 })).toEqual(['n1'])
      expect(await find('', { sources: ['other'] })).toEqual([])
      expect(await storage.countPlaces(['w1'])).toEqual([
        { place: expect.any(String), heldOn: '2026-05-12', notes: 3, sorted: 2 },
      ])
      expect(await storage.countThemes(['w1'])).toMatchObject([
        { themeKey: 'bus', theme: 'Bus', notes: 2, sources: 2 },
        { themeKey: 'sko', notes: 1, sources: 1 },
      ])
      expect(await storage.noteFacets(null)).toMatchObject({ tables: [1, 2], rounds: [1], themes: [bus, {}] })

      await storage.saveNotes(source, { facts, notes: [indexedNote('n1', 'Tåget')] })
      expect(await find('')).toEqual(['n1'])
      expect(await find('buss')).toEqual([])
      expect(await find('tåg')).toEqual(['n1'])
      await storage.saveNotes(source, null)
      expect(await find('')).toEqual([])
      expect(await storage.listSources(null)).toMatchObject([{ id: 'w1', facts: null, notes: 0 }])
      expect(await storage.staleSources()).toEqual([])
    })

    it('keeps contacts until they are replaced, taken back or due, also through a restart', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const anna = contactRow('anna')
      await storage.commit({ command: commandRow('w1', 1), contact: anna })
      await storage.commit({ command: commandRow('w1', 2), contact: contactRow('bo', { at: 6000 }) })
      await storage.commit({ command: commandRow('w1', 3), contact: contactRow('eva', { at: 7000 }) })
      expect(await storage.contact('w1', 'anna', 8999)).toEqual(anna)
      const changed = contactRow('anna', { email: null, postal: 'Anna\nStorgatan 1' })
      await storage.commit({ command: commandRow('w1', 4), contact: changed })
      const nothing = contactRow('bo', { email: null, postal: null })
      await storage.commit({ command: commandRow('w1', 5), contact: nothing })
      const again = await place.reopen()
      expect(await again.listContacts('w1', 8000)).toEqual([changed, contactRow('eva', { at: 7000 })])
      expect(await again.listContacts('w2', 8000)).toEqual([])

      await again.commit({
        command: commandRow('w1', 6),
        keepContacts: { workshopId: 'w1', deleteAt: 20_000, now: 8000 },
      })
      expect(await again.removeDueContacts(19_999)).toBe(0)
      expect(await again.removeContacts('w1', 'eva')).toBe(1)
      expect(await again.removeDueContacts(20_000)).toBe(1)
      expect(await again.listContacts('w1', 8000)).toEqual([])
      expect(await again.removeContacts('w1')).toBe(0)
    })

    it('gives out no contact whose day has come, though it is not deleted yet, and keeps it no longer', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const longer = contactRow('bo', { deleteAt: 9001 })
      await storage.commit({ contact: contactRow('anna') })
      await storage.commit({ contact: longer })
      expect(await storage.listContacts('w1', 8999)).toHaveLength(2)
      expect(await storage.listContacts('w1', 9000)).toEqual([longer])
      expect(await storage.contact('w1', 'anna', 9000)).toBeNull()
      await storage.commit({ keepContacts: { workshopId: 'w1', deleteAt: 20_000, now: 9000 } })
      expect(await storage.listContacts('w1', 9000)).toEqual([{ ...longer, deleteAt: 20_000 }])
      expect(await storage.contact('w1', 'bo', 19_999)).not.toBeNull()
      // It can be taken away all the same.
      await storage.commit({ mailing: { row: mailingRow, mails: [mailRow('anna')] } })
      expect(await storage.removeByUnsubscribeHash('hash-anna')).toBe(1)
    })

    it('keeps no contact of a command that was not saved', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      await expect(
        storage.commit({ command: commandRow('w1', 2), contact: contactRow('anna') }),
      ).rejects.toThrow()
      expect(await storage.listContacts('w1', 8000)).toEqual([])
    })

    it('keeps a mailing with what became of each mail, through a restart', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const mails = [mailRow('anna'), mailRow('bo'), mailRow('eva', { nextAt: 7000 })]
      await storage.commit({ mailing: { row: { ...mailingRow, id: 'm2', at: 9000 }, mails: [] } })
      await storage.commit({ mailing: { row: mailingRow, mails } })
      expect(await storage.nextMail()).toEqual({ mail: mails[2], mailing: mailingRow })
      const sent = mailRow('eva', { status: 'sent', tries: 1, changedAt: 8500, nextAt: null })
      const failed = mailRow('anna', {
        status: 'failed',
        tries: 2,
        nextAt: 9500,
        reason: 'busy',
        smtpCode: 450,
      })
      const sending = mailRow('bo', { status: 'sending', nextAt: null })
      for (const row of [sent, failed, sending]) await storage.saveMail(row)
      const again = await place.reopen()
      expect(await again.listMails('m1')).toEqual([failed, sending, sent])
      expect(await again.listSendingMails()).toEqual([sending])
      expect((await again.nextMail())?.mail).toEqual(failed)
      expect((await again.listMailings('w1')).map(({ id }) => id)).toEqual(['m2', 'm1'])
      expect(await again.listMailings('w2')).toEqual([])
      await again.saveMail({ ...failed, nextAt: null })
      expect(await again.nextMail()).toBeNull()
    })

    it('takes an address away from all who gave it, and no other one', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const anna = contactRow('anna', { email: 'anna@example.org' })
      const paper = contactRow('paper', { email: 'Anna@Example.ORG', at: 6000 })
      const changed = contactRow('changed', { email: 'other@example.org', at: 8001 })
      const rest = [contactRow('bo'), contactRow('post', { email: null, postal: 'Anna' }), changed]
      await storage.commit(workshopWrite('w2'))
      await storage.commit({ contact: { ...anna, workshopId: 'w2' } })
      for (const contact of [anna, paper, ...rest]) await storage.commit({ contact })
      const mail = mailRow('anna', { also: ['paper', 'changed'] })
      await storage.commit({ mailing: { row: mailingRow, mails: [mail, mailRow('bo')] } })
      expect(await storage.listMails('m1')).toEqual([mail, mailRow('bo')])
      expect(await storage.contactsByUnsubscribeHash('hash-nobody')).toBeNull()
      expect(await storage.removeByUnsubscribeHash('hash-nobody')).toBe(0)
      expect(await storage.contactsByUnsubscribeHash('hash-anna')).toEqual([anna, paper])
      // Also when the first one is gone, and with what was given after the mailing.
      await storage.removeContacts('w1', 'anna')
      const later = contactRow('later', { email: 'anna@example.org', at: 9000 })
      await storage.commit({ contact: later })
      expect(await storage.contactsByUnsubscribeHash('hash-anna')).toEqual([paper, later])
      expect(await storage.removeByUnsubscribeHash('hash-anna')).toBe(2)
      expect(await storage.contactsByUnsubscribeHash('hash-anna')).toEqual([])
      expect(await storage.listContacts('w1', 8000)).toEqual(rest)
      expect(await storage.listContacts('w2', 8000)).toHaveLength(1)
    })

    it('keeps nothing of a mailing that would reach somebody twice, or that is there already', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const twice = [mailRow('anna'), mailRow('bo'), mailRow('anna', { messageId: 'other@example.org' })]
      await expect(storage.commit({ mailing: { row: mailingRow, mails: twice } })).rejects.toThrow('UNIQUE')
      expect(await storage.listMailings('w1')).toEqual([])
      expect(await storage.nextMail()).toBeNull()
      await storage.commit({ mailing: { row: mailingRow, mails: [] } })
      await expect(
        storage.commit({ mailing: { row: mailingRow, mails: [mailRow('anna')] } }),
      ).rejects.toThrow('UNIQUE')
      expect(await storage.listMails('m1')).toEqual([])
    })

    it('takes no mailing while a mail of another one of the workshop is to be tried or on its way', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const other = { row: { ...mailingRow, id: 'm2' }, mails: [] }
      expect(await storage.isMailing('w1')).toBe(false)
      const queued = { mailing: { row: mailingRow, mails: [mailRow('anna')] } }
      const both = await Promise.allSettled([storage.commit(queued), storage.commit({ mailing: other })])
      expect(both).toMatchObject([{ status: 'fulfilled' }, { reason: expect.any(MailingUnderWay) }])
      const refused = mailRow('anna', { status: 'failed', tries: 1, reason: 'busy', nextAt: 9500 })
      for (const row of [refused, mailRow('anna', { status: 'sending', nextAt: null })]) {
        await storage.saveMail(row)
        expect(await storage.isMailing('w1')).toBe(true)
        await expect(storage.commit({ mailing: other })).rejects.toThrow(MailingUnderWay)
      }
      expect((await storage.listMailings('w1')).map(({ id }) => id)).toEqual(['m1'])
      await storage.commit({
        ...workshopWrite('w2'),
        mailing: { row: { ...other.row, workshopId: 'w2' }, mails: [] },
      })
      await storage.saveMail(mailRow('anna', { status: 'sent', nextAt: null }))
      expect(await storage.isMailing('w1')).toBe(false)
      await storage.commit({ mailing: { row: { ...mailingRow, id: 'm3' }, mails: [] } })
    })

    it('changes no mail any more that is sent or given up', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const mails = [mailRow('anna'), mailRow('bo'), mailRow('eva')]
      await storage.commit({ mailing: { row: mailingRow, mails } })
      const sent = mailRow('anna', { status: 'sent', nextAt: null })
      const busy = mailRow('bo', { status: 'failed', reason: 'busy', nextAt: 9500 })
      for (const row of [sent, busy]) expect(await storage.saveMail(row)).toBe(true)
      expect(await storage.saveMail(mailRow('anna'))).toBe(false)
      expect(await storage.giveUpMails('m1', 9000)).toBe(1)
      // What was never tried goes on.
      const givenUp = { ...busy, changedAt: 9000, nextAt: null }
      expect(await storage.listMails('m1')).toEqual([sent, givenUp, mailRow('eva')])
      expect(await storage.saveMail({ ...busy, status: 'sending', nextAt: null })).toBe(false)
      expect(await storage.listMails('m1')).toEqual([sent, givenUp, mailRow('eva')])
    })

    it('tries given-up mails anew, and those that may have been sent only when they are named', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const names = ['sent', 'gone', 'busy', 'unsure', 'perhaps']
      await storage.commit({ mailing: { row: mailingRow, mails: names.map((name) => mailRow(name)) } })
      const failed = (name: string, reason: string, nextAt: number | null = null) =>
        storage.saveMail(mailRow(name, { status: 'failed', tries: 3, reason, nextAt }))
      await storage.saveMail(mailRow('sent', { status: 'sent', nextAt: null }))
      await failed('gone', 'addressRefused')
      await failed('busy', 'busy', 9500)
      await failed('unsure', 'unsure')
      await failed('perhaps', 'unsure')
      const queued = async () => {
        const mails = await storage.listMails('m1')
        return mails.flatMap(({ status, contactId, tries, nextAt }) =>
          status === 'queued' ? [[contactId, tries, nextAt]] : [],
        )
      }
      expect(await storage.retryMails('m1', { given: 'failed' }, 9000)).toBe(1)
      expect(await queued()).toEqual([['gone', 0, 9000]])
      expect(await storage.retryMails('m1', { contactId: 'unsure' }, 9001)).toBe(1)
      for (const contactId of ['sent', 'busy', 'unsure', 'nobody'])
        expect(await storage.retryMails('m1', { contactId }, 9002)).toBe(0)
      expect(await storage.retryMails('m1', { given: 'unsure' }, 9003)).toBe(1)
      expect(await queued()).toEqual([
        ['gone', 0, 9000],
        ['unsure', 0, 9001],
        ['perhaps', 0, 9003],
      ])
    })

    it('knows nothing of what was never written', async () => {
      await using place = await openPlace()
      const { storage } = place
      expect(await storage.loadWorkshop('no')).toBeNull()
      expect(await storage.loadBoard('no')).toBeNull()
      expect(await storage.workshopIdByJoinCode('000000')).toBeNull()
      expect(await storage.workshopIdByBoard('no')).toBeNull()
      expect(await storage.keyByHash('no')).toBeNull()
      expect(await storage.answerTo('no', 'op')).toBeNull()
      expect(await storage.commandLog('no')).toEqual([])
    })

    it('finds the newest workshop when a join code is used again', async () => {
      await using place = await openWithWorkshop()
      const later = workshopWrite('w2')
      if (later.workshop) later.workshop.createdAt = 5000
      await place.storage.commit(later)
      expect(await place.storage.workshopIdByJoinCode('123456')).toBe('w2')
    })

    it('answers the same opId as before', async () => {
      await using place = await openWithWorkshop()
      await place.storage.commit({ command: commandRow('w1', 1, 'op-a') })
      expect(await place.storage.answerTo('w1', 'op-a')).toEqual({ actor, answer: { version: 1 } })
    })

    it('lets only the first of two writers make a version, and neither repeat an opId nor leave one out', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      await expect(storage.commit({ command: commandRow('w1', 2, 'op-0') })).rejects.toThrow(VersionTaken)
      const both = await Promise.allSettled([
        storage.commit({ command: commandRow('w1', 1, 'op-a') }),
        storage.commit({ command: commandRow('w1', 1, 'op-b') }),
      ])
      expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
      await expect(storage.commit({ command: commandRow('w1', 1, 'op-c') })).rejects.toThrow(VersionTaken)
      await expect(storage.commit({ command: commandRow('w1', 2, 'op-a') })).rejects.toThrow(VersionTaken)
      await expect(storage.commit({ command: commandRow('w1', 3, 'op-d') })).rejects.toThrow(VersionTaken)
      expect((await storage.commandLog('w1')).map((row) => row.opId)).toEqual(['op-a'])
    })

    it('makes a write durable whole or not at all, and the others of its group nevertheless', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const bytes = Uint8Array.of(7)
      const outcomes = await Promise.allSettled([
        storage.commit({ command: commandRow('w1', 1), keys: [key('k1')] }),
        storage.commit({ keys: [key('k2')], updates: [{ boardId: 'nowhere', bytes }] }),
        storage.commit({ command: commandRow('w1', 2), updates: [{ boardId: 'w1-hall', bytes }] }),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await storage.keyByHash('k1')).not.toBeNull()
      expect(await storage.keyByHash('k2')).toBeNull()
      expect((await storage.loadBoard('w1-hall'))?.updates).toEqual([{ seq: 1, bytes }])
    })

    it('keeps the order in which updates of a board were handed over, from both planes', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const writes = Array.from({ length: 120 }, (_, i) =>
        i % 3 === 0
          ? storage.commit({ updates: [{ boardId: 'w1-hall', bytes: Uint8Array.of(i) }] })
          : storage.append('w1-hall', Uint8Array.of(i)),
      )
      await Promise.all(writes)
      const stored = await storage.loadBoard('w1-hall')
      expect(stored?.updates.map(({ bytes }) => bytes[0])).toEqual(Array.from({ length: 120 }, (_, i) => i))
      expect(stored?.updates.map(({ seq }) => seq)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1))
    })

    it('takes no more updates of a board after one failed, until the board is loaded again', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const failing = {
        command: commandRow('w1', 5),
        updates: [{ boardId: 'w1-hall', bytes: Uint8Array.of(1) }],
      }
      await storage.commit({ command: commandRow('w1', 1) })
      const outcomes = await Promise.allSettled([
        storage.commit(failing),
        storage.append('w1-hall', Uint8Array.of(2)),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
      await expect(storage.append('w1-hall', Uint8Array.of(3))).rejects.toThrow('load it again')
      expect((await storage.loadBoard('w1-hall'))?.updates).toEqual([])
      await storage.append('w1-hall', Uint8Array.of(4))
      expect((await storage.loadBoard('w1-hall'))?.updates).toHaveLength(1)
    })

    it('remembers who wrote with which client id', async () => {
      await using place = await openWithWorkshop()
      await place.storage.append('w1-hall', Uint8Array.of(1), [{ client: 4_294_967_295, owner: 'a' }])
      const { claims } = (await (await place.reopen()).loadBoard('w1-hall')) ?? {}
      expect(claims).toEqual([{ client: 4_294_967_295, owner: 'a' }])
    })

    it('starts from the newest snapshot and keeps what the one before it needs', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      for (let i = 1; i <= 6; i++) await storage.append('w1-hall', Uint8Array.of(i))
      await storage.saveSnapshot('w1-hall', 2, Uint8Array.of(22))
      await storage.saveSnapshot('w1-hall', 5, Uint8Array.of(55))
      const stored = await storage.loadBoard('w1-hall')
      expect(stored).toMatchObject({ snapshotSeq: 5, snapshot: Uint8Array.of(55) })
      expect(stored?.updates.map(({ seq }) => seq)).toEqual([6])
      await storage.append('w1-hall', Uint8Array.of(7))
      expect((await storage.loadBoard('w1-hall'))?.updates.map(({ seq }) => seq)).toEqual([6, 7])
    })

    it('takes snapshot after snapshot of a long log while it goes on, and is the same board all the time', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const append = (i: number) => storage.append('w1-hall', Uint8Array.of(i >> 8, i & 255))
      const outcomes: Promise<unknown>[] = []
      for (let i = 1; i <= 1500; i++) {
        outcomes.push(append(i))
        if (i % 500 !== 0) continue
        await Promise.all(outcomes)
        outcomes.push(storage.saveSnapshot('w1-hall', i, Uint8Array.of(i >> 8, i & 255)))
      }
      for (let i = 1501; i <= 1510; i++) outcomes.push(append(i))
      expect((await storage.loadBoard('w1-hall'))?.updates.at(-1)?.seq).toBe(1510)
      await Promise.all(outcomes)
      const stored = await (await place.reopen()).loadBoard('w1-hall')
      expect(stored).toMatchObject({ snapshotSeq: 1500, snapshot: Uint8Array.of(1500 >> 8, 1500 & 255) })
      expect(stored?.updates.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 }, (_, i) => 1501 + i))
    })

    it('never goes back to an older snapshot, and keeps none of what was never written', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      for (let i = 1; i <= 4; i++) await storage.append('w1-hall', Uint8Array.of(i))
      const saved = [4, 2].map((seq) => storage.saveSnapshot('w1-hall', seq, Uint8Array.of(seq)))
      await Promise.all(saved)
      await expect(storage.saveSnapshot('w1-hall', 5, Uint8Array.of(5))).rejects.toThrow('no update 5')
      const stored = await storage.loadBoard('w1-hall')
      expect(stored).toMatchObject({ snapshotSeq: 4, snapshot: Uint8Array.of(4), updates: [] })
    })

    it('replays only the commands after the stored state, and never goes back to an older one', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      for (let version = 1; version <= 4; version++)
        await storage.commit({ command: commandRow('w1', version) })
      await storage.saveState('w1', 3, { id: 'w1', version: 3 })
      await storage.saveState('w1', 2, { id: 'w1', version: 2 })
      const stored = await storage.loadWorkshop('w1')
      expect(stored?.state).toEqual({ id: 'w1', version: 3 })
      expect(stored?.commands).toEqual([commandRow('w1', 4)])
      expect(await storage.commandLog('w1')).toHaveLength(4)
      expect(await storage.listWorkshops()).toMatchObject([{ id: 'w1', version: 4 }])
    })

    it('keeps the first state, and can replay everything from there', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      for (let version = 1; version <= 3; version++)
        await storage.commit({ command: commandRow('w1', version) })
      await storage.saveState('w1', 3, { id: 'w1', version: 3 })
      const first = await storage.loadWorkshopFromFirst('w1')
      expect(first?.state).toEqual({ id: 'w1', version: 0 })
      expect(first?.commands.map(({ version }) => version)).toEqual([1, 2, 3])
      expect(await storage.loadWorkshopFromFirst('no')).toBeNull()
    })

    it('gives the log of commands from a version on and in parts, and the first state alone', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      for (let version = 1; version <= 5; version++)
        await storage.commit({ command: commandRow('w1', version) })
      await storage.saveState('w1', 5, { id: 'w1', version: 5 })
      const versions = async (...range: number[]) =>
        (await storage.commandLog('w1', ...range)).map(({ version }) => version)
      expect(await versions(2)).toEqual([3, 4, 5])
      expect(await versions(1, 2)).toEqual([2, 3])
      expect(await versions(5, 2)).toEqual([])
      expect(await storage.firstState('w1')).toEqual({ id: 'w1', version: 0 })
      expect(await storage.firstState('no')).toBeNull()
    })

    it('keeps what a board was at the end of each run of a phase, and of each run the last', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const r1 = mark('r1')
      await storage.saveMarks([r1, mark('r2', { startedAt: 3000, at: 4000 })])
      const again = mark('r1', { at: 2500, kind: 'startPhase', seq: 3, packed: Uint8Array.of(4) })
      const secondRun = mark('r1', { startedAt: 5000, at: 6000, kind: 'close' })
      await storage.saveMarks([again, secondRun])
      const reopened = await place.reopen()
      const { packed, ...where } = again
      const listed = await reopened.listMarks('w1-hall')
      expect(listed[0]).toEqual(where)
      expect(listed.map(({ at, kind }) => [at, kind])).toEqual([
        [2500, 'startPhase'],
        [4000, 'endPhase'],
        [6000, 'close'],
      ])
      expect((await reopened.mark(where))?.packed).toEqual(packed)
      expect(await reopened.mark(secondRun)).toEqual(secondRun)
      expect(await reopened.mark(mark('r3'))).toBeNull()
      expect(await reopened.listMarks('no')).toEqual([])
    })

    it('keeps marks through the pruning of the log, and none of a write that names no board', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      await storage.saveMarks([mark('r1')])
      for (let i = 1; i <= 6; i++) await storage.append('w1-hall', Uint8Array.of(i))
      await storage.saveSnapshot('w1-hall', 3, Uint8Array.of(33))
      await storage.saveSnapshot('w1-hall', 6, Uint8Array.of(66))
      const wrong = [mark('r2', { startedAt: 9000 }), mark('r2', { boardId: 'nowhere' })]
      await expect(storage.saveMarks(wrong)).rejects.toThrow()
      expect(await storage.listMarks('w1-hall')).toHaveLength(1)
      expect(await storage.mark(mark('r1'))).toEqual(mark('r1'))
    })

    it('keeps which pictures there are of a board, and of each run the last', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      await storage.savePicture(picture('r1'))
      const again = picture('r1', { seq: 7, noteIds: [], hiddenIds: [], svg: 'b.svg', png: 'b.png' })
      await storage.savePicture(again)
      await storage.savePicture(picture('r2', { startedAt: 500 }))
      const reopened = await place.reopen()
      expect(await reopened.listPictures('w1-hall')).toEqual([picture('r2', { startedAt: 500 }), again])
      expect(await reopened.listPictures('no')).toEqual([])
      await expect(reopened.savePicture(picture('r1', { boardId: 'nowhere' }))).rejects.toThrow()
    })

    it('puts a whole workshop back, which goes on from where it was', async () => {
      await using place = await openPlace()
      await place.storage.putBack(whole())
      const storage = await place.reopen()
      expect(await storage.loadWorkshop('w9')).toEqual({ state: { id: 'w9', version: 4 }, commands: [] })
      expect(await storage.firstState('w9')).toEqual({ id: 'w9', version: 1 })
      expect(await storage.commandLog('w9')).toEqual(whole().commands)
      expect(await storage.workshopIdByJoinCode('654321')).toBe('w9')
      expect(await storage.keyByHash('w9-key')).toMatchObject({ role: 'screen' })
      expect(await storage.mark(mark('r1', { boardId: 'w9-hall' }))).toEqual(whole().marks[0])
      expect(await storage.listPictures('w9-hall')).toEqual(whole().pictures)
      const board = { snapshot: Uint8Array.of(9), snapshotSeq: 7, updates: [], claims: [] }
      expect(await storage.loadBoard('w9-hall')).toEqual(board)

      await storage.commit({
        command: commandRow('w9', 5),
        updates: [{ boardId: 'w9-hall', bytes: Uint8Array.of(8) }],
      })
      expect((await storage.loadBoard('w9-hall'))?.updates).toEqual([{ seq: 8, bytes: Uint8Array.of(8) }])
    })

    it('puts nothing back of a workshop that is here, has a board that is here, or cannot be kept whole', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      await expect(storage.putBack(whole({ id: 'w1' }))).rejects.toThrow(AlreadyThere)
      const other = { boardId: 'w1-hall', seq: 0, state: Uint8Array.of(1) }
      await expect(storage.putBack(whole({ boards: [...whole().boards, other] }))).rejects.toThrow(
        AlreadyThere,
      )
      await expect(storage.putBack(whole({ marks: [mark('r1', { boardId: 'nowhere' })] }))).rejects.toThrow()
      expect(await storage.loadWorkshop('w9')).toBeNull()
      expect(await storage.loadBoard('w9-hall')).toBeNull()
      expect(await storage.keyByHash('w9-key')).toBeNull()
      expect(await storage.commandLog('w9')).toEqual([])
      expect((await storage.loadBoard('w1-hall'))?.snapshot).toEqual(Uint8Array.of(0, 0))
      const twice = await Promise.allSettled([storage.putBack(whole()), storage.putBack(whole())])
      expect(twice.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    })

    it('writes what a value was when it was handed over', async () => {
      await using place = await openPlace()
      const write = workshopWrite('w1')
      const state = { id: 'w1', version: 0 }
      const saved = place.storage.commit({
        ...write,
        workshop: { id: 'w1', joinCode: '1', createdAt: 1, version: 0, state },
      })
      state.version = 99
      await saved
      expect((await place.storage.loadWorkshop('w1'))?.state).toEqual({ id: 'w1', version: 0 })
    })

    it('has everything after it was closed and opened again', async () => {
      await using place = await openWithWorkshop()
      await place.storage.commit({ command: commandRow('w1', 1) })
      await place.storage.append('w1-hall', Uint8Array.of(1, 2, 3))
      const again = await place.reopen()
      expect((await again.loadWorkshop('w1'))?.commands).toEqual([commandRow('w1', 1)])
      expect((await again.loadBoard('w1-hall'))?.updates).toEqual([{ seq: 1, bytes: Uint8Array.of(1, 2, 3) }])
    })

    it('saves what was handed over before it was closed, and refuses what comes after', async () => {
      await using place = await openWithWorkshop()
      const { storage } = place
      const last = storage.append('w1-hall', Uint8Array.of(9))
      await storage.close()
      await last
      await expect(storage.append('w1-hall', Uint8Array.of(10))).rejects.toThrow()
    })

    it('says that it can be written', async () => {
      await using place = await openPlace()
      await expect(place.storage.checkWritable()).resolves.toBeUndefined()
    })
  })
}

function key(hash: string) {
  return { hash, workshopId: 'w1', role: 'participant', personId: 'p1', table: null } as const
}
