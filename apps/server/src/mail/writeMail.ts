/** What a mail with the harvest says, as plain text and as HTML from the same blocks. Pure: who gets it is not known here. */
import type { Headlines } from '@bordet/harvest'
import { dateLong, type Language, type Say } from '@bordet/text'
import { escapeMarkup } from '@bordet/text/markup'
import type sv from '@bordet/text/mail/sv'

export type SayMail = Say<typeof sv>

export interface MailMatter {
  say: SayMail
  language: Language
  title: string
  /** Who invited; may be empty. */
  owner: string
  headlines: Headlines
  /** The organiser's own words, empty without. */
  note: string
  /** When the address is deleted; epoch milliseconds. */
  until: number
  timeZone: string
  /** Null when the harvest is attached. */
  readUrl: string | null
  unsubscribeUrl: string
}

type Block =
  | { kind: 'heading' | 'words' | 'small'; text: string }
  | { kind: 'link'; text: string; url: string; isSmall: boolean }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }

export function writeMail(matter: MailMatter): { subject: string; text: string; html: string } {
  const subject = oneLine(matter.say('subject', { title: matter.title }))
  const blocks = blocksOf(matter)
  return { subject, text: toText(blocks), html: toHtml(blocks, subject, matter.language) }
}

function blocksOf(matter: MailMatter): Block[] {
  const { say, language, title, owner, headlines, note, until, timeZone, readUrl, unsubscribeUrl } = matter
  const words = (text: string): Block => ({ kind: 'words', text })
  const heading = (text: string): Block => ({ kind: 'heading', text })
  const top = headlines.top.map(({ text, dots }) => [say('dotCount', { n: dots }), oneLine(text)] as const)
  return [
    words(say('hello')),
    words(say('asked', { title })),
    ...(note === ''
      ? []
      : [words(owner === '' ? say('noteFromHost') : say('noteFrom', { owner })), words(note)]),
    ...(readUrl === null
      ? [words(say('attached'))]
      : [
          words(say('readHere')),
          { kind: 'link', text: say('readLink'), url: readUrl, isSmall: false } as const,
        ]),
    heading(say('inShort')),
    { kind: 'facts', rows: headlines.facts },
    ...(top.length === 0 ? [] : [heading(say('topTitle')), { kind: 'facts', rows: top } as const]),
    ...(owner === '' ? [] : [words(owner)]),
    { kind: 'small', text: say('addressUse', { date: dateLong(language, until, timeZone) }) },
    { kind: 'link', text: say('unsubscribe'), url: unsubscribeUrl, isSmall: true },
  ]
}

function toText(blocks: readonly Block[]): string {
  const written = blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return block.text.toUpperCase()
      case 'words':
      case 'small':
        return block.text
      case 'link':
        return `${block.text}: ${block.url}`
      case 'facts':
        return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n')
      default:
        return block satisfies never
    }
  })
  return `${written.join('\n\n')}\n`
}

/** Styles stand in the elements: mail programs drop the others. */
function toHtml(blocks: readonly Block[], title: string, language: Language): string {
  const small = 'margin:0 0 12px;font-size:16px;color:#45524e'
  const written = blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `<h2 style="margin:28px 0 8px;font-size:20px">${escapeMarkup(block.text)}</h2>`
      case 'words':
        return `<p style="margin:0 0 12px">${escapeMarkup(block.text).replace(/\n/g, '<br>')}</p>`
      case 'small':
        return `<p style="${small};margin-top:28px">${escapeMarkup(block.text)}</p>`
      case 'link':
        return `<p style="${block.isSmall ? small : 'margin:0 0 12px'}"><a href="${escapeMarkup(block.url)}" style="color:#0b4f5c">${escapeMarkup(block.text)}</a></p>`
      case 'facts': {
        const rows = block.rows.map(
          ([label, value]) => `<li>${escapeMarkup(label)}: ${escapeMarkup(value)}</li>`,
        )
        return `<ul style="margin:0 0 12px;padding-left:20px">${rows.join('')}</ul>`
      }
      default:
        return block satisfies never
    }
  })
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title>` +
    // Our colours are for a light ground, which a dark mail program must not take from under them.
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"></head>' +
    '<body style="margin:0;padding:20px;background:#ffffff;color:#14211f;font:18px/1.5 Arial,Helvetica,sans-serif">' +
    `<div style="max-width:600px"><h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">${escapeMarkup(title)}</h1>` +
    `${written.join('\n')}</div></body></html>`
  )
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
