/**
 * One story for each method: the sessions that its report draws on, held from the first phase to the last, and what
 * organisers write afterwards. World Café and town profile have the notes of the invented corpus; the others what such
 * meetings say. Invented towns and people.
 */
import { randomUUID } from 'node:crypto'
import { onlyRow, type ReportList } from '@bordet/workshop'
import cafeCorpus from '../content/notes-world-cafe.json' with { type: 'json' }
import townCorpus from '../content/notes-town-profile.json' with { type: 'json' }
import { holdSession, type Held, type ScriptNote } from './holdSession.ts'

type Server = Parameters<typeof holdSession>[0]

const day = (date: string) => Date.parse(`${date}T17:00:00Z`)

function write(held: Held, part: string, text: string): Promise<unknown> {
  return held.facilitator.ask({ type: 'editReport', part, text })
}

function row(held: Held, list: ReportList, cells: Record<string, string>, rowId: string = randomUUID()) {
  return held.facilitator.ask({ type: 'setReportRow', list, rowId, cells })
}

function link(held: Held, ...workshops: { workshopId: string; as: 'part' | 'place' }[]): Promise<unknown> {
  return held.organiser.ask({ type: 'linkWorkshops', workshops })
}

function by<T>(all: readonly T[], phaseOf: (one: T) => string, noteOf: (one: T) => ScriptNote) {
  return Object.fromEntries(
    [...Map.groupBy(all, phaseOf)].map(([phase, its]) => [phase, its.map(noteOf)] as const),
  )
}

/** The World Café of one invented village. */
async function holdVillage(server: Server, village: 'Lindåsa' | 'Ekdala'): Promise<Held> {
  const here = <T extends { village: string }>(all: readonly T[]) =>
    all.filter((one) => one.village === village)
  const nameOf = (key: string | null) => cafeCorpus.codebook.find((one) => one.key === key)?.sv ?? ''
  const facts = cafeCorpus.villages.find(({ name }) => name === village)
  const said = here(cafeCorpus.notes).filter(({ session, zoneId }) => session === 'A1' && zoneId !== 'wall')
  const groups = here(cafeCorpus.workingGroups)
  return holdSession(server, {
    workshop: {
      templateId: 'world-cafe-service',
      sessionId: 'A1',
      title: `World Café i ${village}`,
      place: village,
      owner: 'Storbäckens kommun',
      language: 'sv',
      tables: facts?.tables ?? 4,
    },
    people: 27,
    notes: {
      ...by(
        said,
        ({ phaseId }) => phaseId,
        ({ zoneId, table, text, theme }) => ({
          zone: zoneId,
          table,
          text,
          theme: nameOf(theme),
        }),
      ),
      tableharvest: here(cafeCorpus.harvestCards).map(({ table, text }) => ({ zone: 'carry', table, text })),
      plenary: [
        ...here(cafeCorpus.wallIdeas).map(({ text, dots, theme }) => ({
          zone: 'wall',
          text,
          dots,
          theme: nameOf(theme),
        })),
        ...here(cafeCorpus.questions).map(({ question }) => ({ zone: 'askmun', text: question })),
      ],
      groupsup: groups.map(({ idea }, at) => ({
        zone: 'groups',
        text: idea,
        members: at === 0 ? [true, false, false] : at === 1 ? [false, false] : [true],
      })),
    },
  })
}

export async function holdCafe(server: Server): Promise<Held> {
  const other = await holdVillage(server, 'Ekdala')
  const held = await holdVillage(server, 'Lindåsa')
  await link(held, { workshopId: other.id, as: 'place' })
  await write(
    held,
    'headInShort',
    'Bostäder kom upp vid alla bord. Utan någonstans att bo stannar allt annat.',
  )
  const [first] = [...held.written].filter(([, { zone }]) => zone === 'tried_no')
  if (first) await row(held, 'noteFacts', { lesson: 'Fråga om reglerna innan ni börjar.' }, first[0])
  for (const { question, answer } of cafeCorpus.questions
    .filter(({ village }) => village === 'Lindåsa')
    .slice(0, 3))
    await held.facilitator.ask({
      type: 'answerQuestion',
      noteId: held.idOf(question),
      text: answer ?? '',
      responsible: 'Tekniska enheten',
      due: '2025-04-01',
    })
  await row(
    held,
    'groups',
    { meeting: '2025-03-18' },
    [...held.written].find(([, { zone }]) => zone === 'groups')?.[0],
  )
  await row(held, 'promises', {
    said: 'Gatlyset är trasigt.',
    doing: 'Fyra lyktor byts.',
    notDoing: 'Nya stolpar på Sjövägen.',
    why: 'Vägen är enskild.',
  })
  await row(held, 'actions', {
    what: 'Byta fyra lyktor',
    who: 'Gatukontoret',
    when: '2025-03-01',
    money: '40 000 kr',
    status: 'begun',
  })
  return held
}

const town = 'Legsted'

export async function holdProfile(server: Server): Promise<Held> {
  const nameOf = (key: string | null) => townCorpus.codebook.find((one) => one.key === key)?.da ?? ''
  const workshop = { templateId: 'town-profile', owner: 'Sandmose Kommune', language: 'da' }
  const interviews = await holdSession(server, {
    workshop: {
      ...workshop,
      sessionId: 'B0',
      title: 'Interviews',
      place: 'Sandmose Kommune',
      tables: 1,
      startsAt: day('2026-02-02'),
    },
    people: 8,
    notes: by(
      townCorpus.quotes,
      ({ phaseId }) => phaseId,
      ({ town: where, quote, about, source_type, month, theme }) => ({
        zone: 'quotes',
        text: [where, quote, nameOf(about), source_type, month],
        theme: nameOf(theme),
      }),
    ),
  })
  const open = await holdSession(server, {
    workshop: {
      ...workshop,
      sessionId: 'B1',
      title: 'Åben profilworkshop',
      place: 'Sandmose Kommune',
      tables: 7,
      startsAt: day('2026-03-11'),
    },
    people: 21,
    towns: Object.fromEntries(townCorpus.towns.map(({ table, name }) => [table, name])),
    notes: by(
      townCorpus.workshopNotes,
      ({ phaseId }) => phaseId,
      ({ zoneId, table, text, theme }) => ({ zone: zoneId, table, text, theme: nameOf(theme), dots: 3 }),
    ),
  })
  await write(open, 'headTogether', 'Syv byer deler skole, stier og hjælpsomhed.')
  const cafe = (name: string) =>
    holdSession(server, {
      workshop: {
        ...workshop,
        sessionId: 'B2',
        title: `Profilcafé i ${name}`,
        place: name,
        tables: 3,
        startsAt: day('2026-04-15'),
      },
      people: 12,
      notes: by(
        townCorpus.cafeNotes.filter(({ town: where }) => where === name),
        ({ phaseId }) => phaseId,
        (note) => {
          const fields = 'fields' in note ? note.fields : undefined
          const column = 'column' in note ? note.column : undefined
          return {
            zone: note.zoneId,
            table: ((note.table - 1) % 3) + 1,
            text: fields ? [fields.what, fields.who, fields.first_step, fields.horizon] : note.text,
            ...(column === undefined ? {} : { part: ['more', 'less', 'new'].indexOf(column) }),
            theme: nameOf(note.theme),
            dots: 4,
          }
        },
      ),
    })
  const neighbour = await cafe(townCorpus.towns[1]?.name ?? '')
  const held = await cafe(town)
  await link(
    held,
    { workshopId: interviews.id, as: 'part' },
    { workshopId: open.id, as: 'part' },
    { workshopId: neighbour.id, as: 'place' },
  )
  await write(held, 'headSentence', 'Byen, hvor hele verden leger – og bliver boende.')
  await write(held, 'headTogether', 'Denne tekst skal ikke stå her.')
  await row(held, 'actions', {
    what: 'Ny sti til søen',
    who: 'Stilauget',
    when: '2026-08-01',
    status: 'begun',
  })
  await write(held, 'subPlans', 'Lokalplan 112 giver 24 rækkehuse ved skoven.')
  await write(held, 'subChanged', 'Første udkast glemte de unge. Det blev rettet efter caféen.')
  const [first] = [...held.written].filter(([, { zone }]) => zone === 'actions')
  if (first) await row(held, 'noteFacts', { cost: 'small', when: '2026-06-20' }, first[0])
  await row(
    held,
    'approval',
    { stage: 'approved', commentsUntil: '2026-05-20', approvedOn: '2026-06-15', approvedBy: 'Byrådet' },
    onlyRow,
  )
  return held
}

export async function holdBid(server: Server): Promise<Held> {
  const workshop = {
    templateId: 'bid-process',
    owner: 'Storbäckens kommun',
    language: 'sv',
    place: 'Storbäcken',
    tables: 3,
  }
  const state = await holdSession(server, {
    workshop: { ...workshop, sessionId: 'C1', title: 'BID 1: Nuläge', startsAt: day('2026-01-20') },
    people: 12,
    notes: {
      area: [
        { zone: 'area', text: ['handla', 'trivs', 'Torget är mitten'], pin: [50, 50] },
        { zone: 'area', text: ['service', 'både och', 'Gränsen går vid järnvägen'], pin: [70, 40] },
      ],
      r1: [
        {
          zone: 'actors',
          text: ['Handlarföreningen', 'handel', 'fler kunder på kvällen', 'skyltning, en halv tjänst', 'ja'],
        },
        {
          zone: 'actors',
          table: 2,
          text: ['Fastighets AB Ån', 'ägare', 'fyllda lokaler', 'lokal gratis i sex månader', 'nej'],
        },
        {
          zone: 'actors',
          table: 3,
          text: ['Ungdomsrådet', 'unga', 'någonstans att vara', 'idéer och händer', 'ja'],
        },
        { zone: 'matrix', part: 1, text: 'Fastighetsägarna' },
        { zone: 'matrix', table: 2, part: 3, text: 'Ungdomarna' },
      ],
      r2: [
        { zone: 'strong', text: 'Ån mitt i staden', dots: 9, theme: 'Ån' },
        { zone: 'strong', table: 2, text: 'Biblioteket har öppet på kvällen', dots: 4, theme: 'Kvällsliv' },
        { zone: 'weak', text: 'Elva tomma skyltfönster på Storgatan', dots: 12, theme: 'Tomma lokaler' },
        { zone: 'weak', table: 3, text: 'Mörkt efter klockan 18 på vintern', dots: 6, theme: 'Kvällsliv' },
      ],
      r3: [
        { zone: 'facts', text: '11 av 64 lokaler stod tomma i november' },
        { zone: 'guess', text: 'Vi tror att folk handlar i Åbro på lördagar – det måste vi räkna' },
      ],
      intent: [
        { zone: 'intent', text: 'Handlarföreningen: 20 timmar i månaden', members: [true, false] },
        { zone: 'intent', text: 'Fastighets AB Ån: lokal och 50 000 kr' },
      ],
    },
  })
  const goals = await holdSession(server, {
    workshop: { ...workshop, sessionId: 'C2', title: 'BID 2: Vision och mål', startsAt: day('2026-03-17') },
    people: 14,
    notes: {
      r1: [{ zone: 'postcard', text: 'Hej från 2031! Vi åt middag vid ån, och det var fullt.', theme: 'Ån' }],
      r2: [{ zone: 'vision', text: 'Storbäcken lever också efter klockan sex.', theme: 'Kvällsliv' }],
      r3: [
        { zone: 'goals', text: ['Tomma lokaler ska bli färre', 'högst 4 av 64', '2028-12-31', 'Näring'] },
        { zone: 'goals', table: 2, text: ['Fler kvällar med liv', '40 kvällar om året', '2027', 'Liv'] },
      ],
      consent: [{ zone: 'disagree', text: 'Ska bilarna bort från torget?' }],
    },
    consents: { consent: [11, 3] },
  })
  const earlierPlan = await holdSession(server, {
    workshop: { ...workshop, sessionId: 'C3', title: 'BID 3: Handlingsplan', startsAt: day('2026-05-12') },
    people: 13,
    notes: {
      r1: [{ zone: 'ideas', text: 'Ljus i träden', dots: 8 }],
      r3: [
        {
          zone: 'plan',
          text: [
            'Belysning längs ån',
            'Fler kvällar',
            'Gatukontoret',
            'Handlarna',
            '2026-09-01',
            '2026-11-15',
            '80',
            '120 000 kr',
            'kommunen',
            'Rita',
            'var månad',
            'föreslaget',
          ],
        },
        {
          zone: 'plan',
          text: [
            'Julmarknad på torget',
            'Fler kvällar',
            'Byalaget',
            '',
            '2026-11-01',
            '2026-12-20',
            '',
            '',
            '',
            '',
            '',
            'föreslaget',
          ],
        },
      ],
    },
  })
  const held = await holdSession(server, {
    workshop: {
      ...workshop,
      sessionId: 'C3',
      title: 'BID 3: Uppföljning av planen',
      startsAt: day('2026-11-10'),
    },
    people: 15,
    notes: {
      r1: [
        { zone: 'ideas', text: 'Ljus i träden', dots: 11 },
        { zone: 'ideas', table: 2, text: 'Gratis lokal för tre unga företag', dots: 14 },
      ],
      r2: [{ zone: 'effort', part: 0, text: 'Ljus i träden' }],
      r3: [
        {
          zone: 'plan',
          text: [
            'Belysning längs ån',
            'Fler kvällar med liv',
            'Gatukontoret',
            'Handlarföreningen',
            '2026-09-01',
            '2026-11-15',
            '80',
            '120 000 kr',
            'kommunen',
            'Rita var lamporna ska stå',
            'varje månad, styrgruppen',
            'pågår',
          ],
        },
        {
          zone: 'plan',
          text: [
            'Provbutik på Storgatan 4',
            'Tomma lokaler ska bli färre',
            'Fastighets AB Ån',
            'Ungdomsrådet',
            '2026-12-01',
            '2027-05-31',
            '40',
            'ca 50 tkr',
            'Fastighets AB Ån',
            'Städa lokalen',
            'maj',
            'överenskommet',
          ],
        },
        {
          zone: 'plan',
          text: [
            'Räkna besökare',
            'Få siffror',
            'Handlarföreningen',
            '',
            '2026-12-01',
            '2026-12-20',
            '12',
            'vet inte',
            '',
            'Låna räknare',
            '',
            'föreslaget',
          ],
        },
        { zone: 'gaps', text: 'Ingen vill ta hand om toaletterna' },
      ],
      r4: [{ zone: 'quick', text: 'De första lamporna lyser till Lucia' }],
    },
    consents: { consent: [13, 1] },
  })
  await link(
    held,
    { workshopId: state.id, as: 'part' },
    { workshopId: goals.id, as: 'part' },
    { workshopId: earlierPlan.id, as: 'part' },
  )
  await write(held, 'headInShort', 'Vi har gått från elva tomma fönster till en plan med namn och pengar.')
  await row(held, 'plan', { money: '130 000 kr', followUp: '2027-01-15' }, held.idOf('Belysning längs ån'))
  await row(held, 'plan', {
    action: 'Blommor på torget',
    responsible: 'Byalaget',
    money: '15 000 kr',
    paidBy: 'Kommunen',
    status: 'planned',
  })
  await write(held, 'headChanged', 'Styrgruppen fick en ny ordförande.')
  return held
}

export async function holdTownCentre(server: Server): Promise<Held> {
  const workshop = {
    templateId: 'town-centre-partnership',
    owner: 'Sandmose Kommune',
    language: 'da',
    place: 'Vesterby',
    tables: 3,
  }
  const young = await holdSession(server, {
    workshop: { ...workshop, sessionId: 'D0a', title: 'De unge: vores bymidte', startsAt: day('2026-02-10') },
    people: 10,
    notes: {
      y1: [
        { zone: 'map', text: ['fritid', 'trives', 'Ved biblioteket er der varmt'], pin: [40, 40] },
        { zone: 'map', text: ['fritid', 'trives ikke', 'Busstationen om aftenen'], pin: [80, 20] },
      ],
      y2: [{ zone: 'want', text: 'Et sted at sidde, som ikke koster penge' }],
      y3: [{ zone: 'try', text: 'Hængekøjer i gågaden en uge', dots: 7 }],
    },
  })
  const owners = await holdSession(server, {
    workshop: {
      ...workshop,
      sessionId: 'D0b',
      title: 'Ejendomsejerne: morgenmøde',
      startsAt: day('2026-02-12'),
    },
    people: 6,
    notes: {
      o1: [{ zone: 'empty', text: ['indkøb', 'trives ikke', 'Tomt siden 2023'], pin: [55, 60] }],
      o2: [{ zone: 'hinder', text: 'Vi må ikke udleje for mindre end banken kræver' }],
      o3: [{ zone: 'offer', text: 'Et lokale gratis i seks måneder' }],
    },
  })
  const log = (place: string, date: string, did: string, learnt: string) =>
    holdSession(server, {
      workshop: { ...workshop, sessionId: 'D2', title: `Erfaringer: ${place}`, place, startsAt: day(date) },
      people: 5,
      notes: {
        e1: [
          { zone: 'did', text: did },
          { zone: 'happened', text: 'Der kom flere, end vi troede.' },
        ],
        e2: [{ zone: 'learn', text: learnt }],
        e3: [{ zone: 'next', text: 'Vi gør det igen i maj.' }],
      },
    })
  const own = await log('Vesterby', '2026-06-01', 'Åbnede gården bag biblioteket', 'Spørg naboerne først')
  const other = await log('Østerby', '2026-06-02', 'Malede bænkene', 'Køb dobbelt så meget maling')
  const held = await holdSession(server, {
    workshop: {
      ...workshop,
      sessionId: 'D1',
      title: 'Startmøde: ét fælles projekt',
      startsAt: day('2026-03-03'),
    },
    people: 15,
    notes: {
      who: [
        { zone: 'who', text: ['Butikkerne på Torvegade', 'Mette', '2026-03-03', 'ja'] },
        { zone: 'who', text: ['Biblioteket', 'Lars', '', 'ja'] },
        { zone: 'who', text: ['Skolen', 'Lars inviterer', '2026-03-20', 'nej'] },
      ],
      r1: [{ zone: 'use', text: 'Man skal kunne møde nogen uden at købe noget' }],
      r2: [
        {
          zone: 'cands',
          text: [
            'Gården bag biblioteket',
            'unge og familier',
            'Torvegade 3',
            'biblioteket, butikkerne',
            'rydde op',
          ],
          dots: 20,
        },
        {
          zone: 'cands',
          table: 2,
          text: ['Tag over torvet', 'alle', 'Torvet', 'kommunen', 'spørge arkitekt'],
          dots: 9,
        },
        {
          zone: 'cands',
          table: 3,
          text: ['Gratis parkering', 'kunder', 'Bymidten', 'butikkerne', 'tælle biler'],
          dots: 5,
        },
      ],
      r3: [
        {
          zone: 'project',
          text: [
            'Gården bag biblioteket',
            'Et sted at være for alle',
            'unge og familier',
            'Lars, biblioteket',
            'butikkerne, skolen',
            'Rydde op, borde, åbning 1. juni',
            '85.000 kr.',
            'Støj for naboerne',
            'Mindst 40 gæster på en fredag',
          ],
        },
      ],
      pol: [
        {
          zone: 'politics',
          text: ['Brug af gården i to år', 'Teknik- og Miljøudvalget', '2026-04-14', 'Mette'],
        },
        { zone: 'politics', text: ['85.000 kr. fra bymidtepuljen', 'Økonomiudvalget', '2026-04-21', 'Lars'] },
      ],
    },
  })
  await link(
    held,
    { workshopId: young.id, as: 'part' },
    { workshopId: owners.id, as: 'part' },
    { workshopId: own.id, as: 'part' },
    { workshopId: other.id, as: 'place' },
  )
  await write(
    held,
    'headMemo',
    'Bymidten har elleve tomme lokaler. Gården kan åbne på tre måneder og koster mindre end ét gadetræ.',
  )
  await row(
    held,
    'meeting',
    { when: '2026-03-24', where: 'Biblioteket', how: 'Hver anden tirsdag kl. 8' },
    onlyRow,
  )
  await row(
    held,
    'noteFacts',
    { chosen: 'no', why: 'For dyrt og kan ikke nås på et år.' },
    held.idOf('Tag over torvet'),
  )
  await row(
    held,
    'noteFacts',
    { why: 'Uden den må vi ikke sætte borde op.' },
    held.idOf('Brug af gården i to år'),
  )
  await row(held, 'asks', {
    what: 'En kontaktperson i forvaltningen',
    body: 'Direktionen',
    when: '2026-04-01',
    why: 'Så vi har ét sted at spørge.',
  })
  return held
}

export async function holdDialogue(server: Server): Promise<Held> {
  const workshop = {
    templateId: 'citizen-dialogue-map-hosting',
    owner: 'Elvebakken kommune',
    language: 'nb',
    place: 'Elvebakken',
    tables: 3,
  }
  const map = await holdSession(server, {
    workshop: { ...workshop, sessionId: 'E1', title: 'Mentalt kart på torget', startsAt: day('2026-03-01') },
    people: 9,
    notes: {
      k1: [
        ...[0, 1, 2, 3].map((at) => ({
          zone: 'map',
          part: 0,
          text: ['handle', 'trives', `Alle møtes på torget ${at}`],
          pin: [50 + at, 50] as const,
        })),
        {
          zone: 'map',
          part: 0,
          text: ['fritid', 'både og', 'Badeplassen er fin, men mørk'],
          pin: [20, 80] as const,
        },
        { zone: 'map', part: 0, text: ['fritid', 'trives', 'Stille ved vannet'], pin: [21, 79] as const },
      ],
      k2: [{ zone: 'map', part: 1, text: ['arbeid eller skole', '', 'Gangveien langs elva'], pin: [40, 40] }],
      k3: [{ zone: 'map', part: 2, text: ['', '', 'Riksveien uten undergang'], pin: [60, 30] }],
      k4: [{ zone: 'map', part: 3, text: ['', '', 'Kirken på haugen'], pin: [70, 70] }],
      k5: [
        { zone: 'map', part: 5, text: ['', 'trives', 'Biblioteket, det viser jeg til alle'], pin: [45, 60] },
        { zone: 'map', part: 6, text: ['', 'trives ikke', 'Bak stasjonen om kvelden'], pin: [80, 20] },
        { zone: 'why', text: 'Torget er det eneste stedet der jeg møter nye folk' },
      ],
      k6: [{ zone: 'org', text: 'Fikk svar samme dag om barnehagen' }],
    },
  })
  const hosting = await holdSession(server, {
    workshop: { ...workshop, sessionId: 'E2', title: 'Vertskapsdialog', startsAt: day('2026-04-01') },
    people: 12,
    notes: {
      r1: [{ zone: 'met', text: 'Naboen kom med rundstykker den første morgenen' }],
      r2: [
        { zone: 'attitude', part: 0, text: 'Her skjer det ingenting' },
        { zone: 'attitude', table: 2, part: 1, text: 'Her er det plass til å prøve' },
      ],
      r3: [
        { zone: 'proud', text: 'Dugnadsånden' },
        { zone: 'promise', text: 'Vi hilser på alle vi møter', dots: 9 },
        { zone: 'promise', table: 2, text: 'Vi viser nye naboer rundt', dots: 6 },
      ],
      mine: [{ zone: 'mine', text: 'Jeg sier hei til den nye på bussen' }],
    },
  })
  const ambassadors = await holdSession(server, {
    workshop: { ...workshop, sessionId: 'E3', title: 'Ambassadørtreff', startsAt: day('2026-05-05') },
    people: 8,
    notes: {
      a1: [{ zone: 'news', text: 'Kinoen er åpen igjen' }],
      a2: [{ zone: 'heard', text: 'Folk er redde for at skolen legges ned' }],
      a3: [{ zone: 'need', text: 'Noen tall å vise til' }],
      a4: [{ zone: 'do', text: 'Velkomstkveld for nye innbyggere', members: [true, false] }],
    },
  })
  const raw = (
    who: number,
    age: string,
    gender: string,
    place: string,
    quote: string,
    theme: string,
  ): ScriptNote => ({
    zone: 'raw',
    text: [`${who}`, place, age, gender, 'Hvordan er det her?', quote],
    theme,
  })
  const held = await holdSession(server, {
    workshop: {
      ...workshop,
      sessionId: 'E4',
      title: 'Oppsummering av intervjuer',
      startsAt: day('2026-06-09'),
    },
    people: 6,
    notes: {
      s1: [
        ...[1, 2, 3, 4, 5, 6].map((who) =>
          raw(who, '26–45', 'kvinne', 'Elvebakken', `Bussen slutter for tidlig, nr. ${who}`, 'Buss'),
        ),
        ...[7, 8, 9, 10, 11].map((who) =>
          raw(who, '46–65', 'mann', 'Elvebakken', `Her hjelper folk hverandre, nr. ${who}`, 'Fellesskap'),
        ),
        ...[12, 13].map((who) =>
          raw(who, '66–', 'mann', 'Nesset', `Jeg trenger ingen buss, nr. ${who}`, 'Buss'),
        ),
      ],
      s3: [{ zone: 'contrast', text: 'De unge savner buss, de eldste gjør ikke' }],
      s4: [{ zone: 'claims', text: ['Bussen avgjør hvem som kan bo her', '', '', 'sikre'] }],
    },
  })
  await link(
    held,
    { workshopId: map.id, as: 'part' },
    { workshopId: hosting.id, as: 'part' },
    { workshopId: ambassadors.id, as: 'part' },
  )
  const claimId = held.idOf('Bussen avgjør hvem som kan bo her')
  const quoted = [...held.written].filter(([, { zone, theme }]) => zone === 'raw' && theme === 'Buss')
  for (const [noteId, { words }] of quoted.filter(([, { words }]) => /nr\. (?:1|2|3|12)$/.test(words)))
    await held.facilitator.ask({
      type: 'setClaimQuote',
      claimId,
      noteId,
      side: words.includes('ingen buss') ? 'against' : 'for',
    })
  await row(held, 'heard', { about: 'Aldersgruppe', group: 'under 16', heard: '0', known: '18 %' })
  await row(held, 'heard', { about: 'Aldersgruppe', group: '46–65', known: '26 %' })
  await row(held, 'meeting', { when: '2026-09-01', where: 'Biblioteket', how: 'Vi sier fra på SMS' }, onlyRow)
  return held
}
