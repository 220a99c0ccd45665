/**
 * An organiser's own template as one JSON file. Texts may be in one language only: the others then say the same, and
 * `languages` tells which are really there. Strict, so that a misspelt name is found instead of dropped.
 */
import { languages, type Language, type Words } from '@bordet/text'
import { z } from 'zod'
import { mostPhases, mostZones } from './programmeSchema.ts'
import { isWholeZone } from './programme.ts'
import { phaseSchema, zoneSchema, type Session } from './session.ts'
import { templateSchema, type Template } from './templates.ts'

export const templateFormat = 'bordet-template'
export const templateFormatVersion = 1
export const templateFileMaxBytes = 1024 * 1024

/** Names a fault that the schema finds itself; the words for it are `@bordet/text`'s. */
const fault = (reason: string, holes: Record<string, string> = {}) => ({
  code: 'custom' as const,
  params: { reason, ...holes },
})

function words(max: number) {
  const text = z.string().trim().min(1).max(max).optional()
  return z.strictObject({ sv: text, da: text, nb: text, en: text }).transform((given, context): Words => {
    const first = languages.map((language) => given[language]).find((one) => one !== undefined)
    if (first === undefined) {
      context.addIssue(fault('noLanguage'))
      return z.NEVER
    }
    return { sv: given.sv ?? first, da: given.da ?? first, nb: given.nb ?? first, en: given.en ?? first }
  })
}

const ids = z.array(z.string().min(1).max(40)).max(mostZones)

const zoneInFile = z.strictObject({
  ...zoneSchema.shape,
  title: words(200),
  icon: z.string().max(40),
  fields: z.array(words(80)).max(20).optional(),
  choices: z
    .array(z.array(words(80)).max(12))
    .max(20)
    .optional(),
  parts: z.array(words(80)).max(4).optional(),
  layers: z.array(words(80)).max(12).optional(),
  criteria: z.array(words(120)).max(8).optional(),
})

const phaseInFile = z.strictObject({
  ...phaseSchema.shape,
  name: words(200),
  question: words(500).optional(),
  help: words(500).optional(),
  starters: z.array(words(80)).max(20),
  zones: ids,
  layer: words(80).optional(),
})

const sessionInFile = z
  .strictObject({
    id: z.string().min(1).max(64),
    name: words(200),
    zones: z.array(zoneInFile).max(mostZones),
    phases: z.array(phaseInFile).min(1).max(mostPhases),
  })
  .superRefine(({ zones, phases }, context) => {
    for (const [list, all] of [
      ['zones', zones],
      ['phases', phases],
    ] as const) {
      for (const [index, { id }] of all.entries()) {
        if (all.findIndex((other) => other.id === id) < index)
          context.addIssue({ ...fault('twice', { id }), path: [list, index, 'id'] })
      }
    }
    for (const [index, phase] of phases.entries()) {
      for (const [place, id] of phase.zones.entries()) {
        if (!zones.some((zone) => zone.id === id))
          context.addIssue({ ...fault('zoneUnknown', { id }), path: ['phases', index, 'zones', place] })
      }
    }
    for (const [
      index,
      { title, fields, choices: _, parts, layers: _layers, criteria, ...zone },
    ] of zones.entries()) {
      const plain = {
        title: title.sv,
        fields: fields?.map(sv),
        parts: parts?.map(sv),
        criteria: criteria?.map(sv),
      }
      if (!isWholeZone({ ...zone, ...plain }))
        context.addIssue({ ...fault('zoneWrong'), path: ['zones', index] })
    }
  })

const sv = (text: Words) => text.sv

export const templateFileSchema = z.strictObject({
  format: z.literal(templateFormat),
  formatVersion: z.literal(templateFormatVersion),
  name: words(120),
  purpose: words(1000).optional(),
  size: words(200).optional(),
  source: z.string().max(1000).optional(),
  roles: z.array(words(1000)).max(20).optional(),
  codebook: z
    .array(z.strictObject({ key: z.string().min(1).max(64), name: words(200) }))
    .max(100)
    .optional(),
  harvest: z.array(words(200)).max(40).optional(),
  sessions: z
    .array(sessionInFile)
    .min(1)
    .max(20)
    .superRefine((sessions, context) => {
      for (const [index, { id }] of sessions.entries()) {
        if (sessions.findIndex((other) => other.id === id) < index)
          context.addIssue({ ...fault('twice', { id }), path: [index, 'id'] })
      }
    }),
})

/** As it is written down: texts in the languages they have. */
export type TemplateFile = z.input<typeof templateFileSchema>

export interface OwnTemplate {
  template: Template
  /** In which every text is there; when none is, those that the name is in. */
  languages: Language[]
}

/** The template of a file that was parsed, under the id it is kept by. `raw` is what was parsed. */
export function toTemplate(
  id: string,
  raw: unknown,
  parsed: z.output<typeof templateFileSchema>,
): OwnTemplate {
  const { format: _format, formatVersion: _version, ...rest } = parsed
  const nothing: Words = { sv: '', da: '', nb: '', en: '' }
  const template = templateSchema.parse({
    purpose: nothing,
    size: nothing,
    source: '',
    roles: [],
    codebook: [],
    harvest: [],
    ...rest,
    id,
  })
  return { template, languages: languagesIn(raw) }
}

/** A template of ours as a file, for those who want to start from it in an editor of their own. */
export function toTemplateFile(ours: Template): TemplateFile {
  const { id: _, ...template } = ours
  return { format: templateFormat, formatVersion: templateFormatVersion, ...template }
}

/** A programme as somebody edited it, in its one language, as a template of one session; without a map's picture. */
export function sessionToTemplateFile(
  { name, language }: { name: string; language: Language },
  session: Session,
): TemplateFile {
  const say = (text: string) => ({ [language]: text })
  return {
    format: templateFormat,
    formatVersion: templateFormatVersion,
    name: say(name),
    sessions: [
      {
        id: 'own',
        name: say(name),
        zones: session.zones.map(({ title, fields, choices, parts, layers, criteria, ...zone }) => ({
          ...withoutImage(zone),
          title: say(title),
          ...(fields ? { fields: fields.map(say) } : {}),
          ...(choices ? { choices: choices.map((each) => each.map(say)) } : {}),
          ...(parts ? { parts: parts.map(say) } : {}),
          ...(layers ? { layers: layers.map(say) } : {}),
          ...(criteria ? { criteria: criteria.map(say) } : {}),
        })),
        phases: session.phases.map(({ name: phaseName, question, help, starters, layer, ...phase }) => ({
          ...phase,
          name: say(phaseName),
          ...(question ? { question: say(question) } : {}),
          ...(help ? { help: say(help) } : {}),
          starters: starters.map(say),
          ...(layer ? { layer: say(layer) } : {}),
        })),
      },
    ],
  }
}

function withoutImage<Z extends { image?: unknown }>(zone: Z): Omit<Z, 'image'> {
  const { image: _, ...rest } = zone
  return rest
}

function languagesIn(raw: unknown): Language[] {
  const texts = textsIn(raw)
  const whole = languages.filter((language) => texts.every((text) => Object.hasOwn(text, language)))
  const named: unknown = Object(raw).name
  return whole.length > 0 ? whole : languages.filter((language) => Object.hasOwn(Object(named), language))
}

function textsIn(value: unknown): object[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  const keys = Object.keys(value)
  const isText = keys.length > 0 && keys.every((key) => languages.some((language) => language === key))
  return isText ? [value] : Object.values(value).flatMap(textsIn)
}
