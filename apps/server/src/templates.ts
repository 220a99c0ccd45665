/** The templates that workshops are made from: ours, and the organisers' own. */
import { languages, type Language } from '@bordet/text'
import { templateById, templates, type Template } from '@bordet/workshop/templates'
import { readTemplate } from '@bordet/workshop/templateFile'
import type { Storage, TemplateRow } from './storage/storage.ts'

export interface KnownTemplate {
  template: Template
  /** In which its texts really are. */
  languages: readonly Language[]
  /** When it was last saved; null for ours. */
  savedAt: number | null
}

export async function findTemplate(storage: Storage, id: string): Promise<KnownTemplate | null> {
  const ours = templateById(id)
  if (ours) return { template: ours, languages, savedAt: null }
  const row = await storage.template(id)
  return row && toKnown(row)
}

export function ourTemplates(): KnownTemplate[] {
  return templates.map((template) => ({ template, languages, savedAt: null }))
}

/** Without those that this version of the program cannot read. */
export async function ownTemplates(storage: Storage): Promise<KnownTemplate[]> {
  return (await storage.listTemplates()).flatMap((row) => toKnown(row) ?? [])
}

function toKnown({ id, savedAt, file }: TemplateRow): KnownTemplate | null {
  const read = readTemplate(id, file)
  return 'faults' in read ? null : { ...read.own, savedAt }
}
