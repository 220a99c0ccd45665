/** What a mail with the harvest says, as plain text and as HTML from the same digest. Pure: who gets it is not known here. */
import type { Digest, DigestBlock, DigestEntry, DigestLine } from '@bordet/harvest'
import { dateLong, type Say } from '@bordet/text'
import { escapeMarkup } from '@bordet/text/markup'
import type sv from '@bordet/text/mail/sv'

export type SayMail = Say<typeof sv>

export interface MailMatter {
  say: SayMail
  /** In the reader's language. */
  digest: Digest
  /** The organiser's own words, empty without. */
  note: string
  timeZone: string
  /** Null when the harvest is attached. */
  readUrl: string | null
  /** Null for a test mail: its address is not kept. */
  kept: { until: number; unsubscribeUrl: string } | null
}

type Block =
  | DigestBlock
  | { kind: 'said' | 'end' | 'small' | 'notice'; text: string }
  | { kind: 'link'; text: string; url: string; look: 'button' | 'small' }

export function writeMail(matter: MailMatter): { subject: string; text: string; html: string } {
  const { digest, say } = matter
  const subject = oneLine(say('subject', { title: digest.title }))
  const blocks = blocksOf(matter)
  return { subject, text: toText(blocks, digest), html: toHtml(blocks, subject, digest) }
}

function blocksOf({ say, digest, note, timeZone, readUrl, kept }: MailMatter): Block[] {
  const { title, owner, language } = digest
  const said = (text: string): Block => ({ kind: 'said', text })
  return [
    ...(kept ? [] : [{ kind: 'notice', text: say('test') } as const]),
    ...digest.notices.map((text) => ({ kind: 'notice', text }) as const),
    said(say('hello')),
    said(say('asked', { title })),
    ...(note === ''
      ? []
      : [
          said(owner === '' ? say('noteFromHost') : say('noteFrom', { owner })),
          { kind: 'words', text: note } as const,
        ]),
    ...(digest.blocks.length === 0 ? [said(say('noDigest'))] : digest.blocks),
    ...(readUrl === null
      ? [{ kind: 'end', text: say('attached') } as const]
      : [
          { kind: 'end', text: say('readHere') } as const,
          { kind: 'link', text: say('readLink'), url: readUrl, look: 'button' } as const,
        ]),
    ...(owner === '' ? [] : [said(owner)]),
    ...(kept === null
      ? []
      : [
          {
            kind: 'small',
            text: say('addressUse', { date: dateLong(language, kept.until, timeZone) }),
          } as const,
          { kind: 'link', text: say('unsubscribe'), url: kept.unsubscribeUrl, look: 'small' } as const,
        ]),
  ]
}

function toText(blocks: readonly Block[], { facts }: Digest): string {
  const written = blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `\n${block.text.toUpperCase()}`
      case 'words':
      case 'quiet':
      case 'said':
      case 'end':
      case 'small':
      case 'notice':
        return block.text
      case 'link':
        return `${block.text}: ${block.url}`
      case 'entries':
        return block.entries
          .map((entry, index) => entryText(entry, block.isRanked ? `${index + 1}. ` : '- '))
          .join('\n\n')
      default:
        return block satisfies never
    }
  })
  return `${[facts, ...written].join('\n\n')}\n`
}

function entryText({ title, note, lines }: DigestEntry, mark: string): string {
  const indent = ' '.repeat(mark.length)
  const inside = (text: string) => `${indent}${text.replace(/\n/g, `\n${indent}`)}`
  return [
    `${mark}${title}${note === '' ? '' : ` (${note})`}`,
    ...lines.map(({ label, text, source }) =>
      inside(`${label === '' ? '' : `${label}: `}${text}${source === '' ? '' : ` (${source})`}`),
    ),
  ].join('\n')
}

const ink = '#14211f'
const muted = '#45524e'
const primary = '#0b4f5c'
const rule = '#cbd3ce'

/** Styles stand in the elements: mail programs drop the others. Tables where one column stands beside another, for Outlook. */
function toHtml(blocks: readonly Block[], title: string, digest: Digest): string {
  const { language, writtenIn, facts, owner } = digest
  const lang = writtenIn === language ? '' : ` lang="${writtenIn}"`
  const small = `font-size:15px;line-height:1.45;color:${muted}`
  const written = blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `<h2 style="margin:32px 0 4px;font-size:21px;line-height:1.3;color:${ink}">${escapeMarkup(block.text)}</h2>`
      case 'words':
        return `<p${lang} style="margin:0 0 12px">${lines(block.text)}</p>`
      case 'said':
        return `<p style="margin:0 0 12px">${lines(block.text)}</p>`
      case 'end':
        return `<p style="margin:32px 0 12px">${lines(block.text)}</p>`
      case 'quiet':
        return `<p style="margin:10px 0 0;${small}">${escapeMarkup(block.text)}</p>`
      case 'notice':
        return `<p style="margin:0 0 16px;padding:8px 12px;border-left:5px solid #f2b600;background:#fff6dd"><b>${escapeMarkup(block.text)}</b></p>`
      case 'small':
        return `<p style="margin:28px 0 8px;padding-top:16px;border-top:1px solid ${rule};${small}">${escapeMarkup(block.text)}</p>`
      case 'link': {
        const look =
          block.look === 'small'
            ? `color:${primary}`
            : `display:inline-block;padding:13px 24px;border-radius:10px;background:${primary};color:#ffffff;font-weight:bold;text-decoration:none`
        const around = block.look === 'small' ? `margin:0;${small}` : 'margin:4px 0 24px'
        return `<p style="${around}"><a href="${escapeMarkup(block.url)}" style="${look}">${escapeMarkup(block.text)}</a></p>`
      }
      case 'entries':
        return entriesHtml(block, lang)
      default:
        return block satisfies never
    }
  })
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title>` +
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"></head>' +
    `<body style="margin:0;padding:0;background:#f2f4f1;color:${ink};font:17px/1.5 Arial,Helvetica,sans-serif">` +
    `<div style="max-width:620px;margin:0 auto;padding:24px 20px 40px;background:#ffffff;color:${ink}">` +
    (owner === ''
      ? ''
      : `<p style="margin:0 0 6px;font-size:15px;color:${muted}"><b>${escapeMarkup(owner)}</b></p>`) +
    `<h1 style="margin:0 0 8px;font-size:28px;line-height:1.2;color:${primary}">${escapeMarkup(title)}</h1>` +
    `<p style="margin:0 0 20px;${small}">${escapeMarkup(facts)}</p>` +
    `${written.join('\n')}</div></body></html>`
  )
}

function entriesHtml({ entries, isRanked }: Extract<DigestBlock, { kind: 'entries' }>, lang: string): string {
  const cell = `padding:10px 0;border-top:1px solid ${rule};vertical-align:top`
  const items = entries.map(({ title, note, lines: its }, index) => {
    const beside = note === '' ? '' : ` <span style="color:${muted}">${escapeMarkup(note)}</span>`
    const number = isRanked
      ? `<td style="${cell};width:30px;font-size:20px;font-weight:bold">${index + 1}</td>`
      : ''
    return (
      `<tr>${number}<td style="${cell}"><b${lang}>${escapeMarkup(title)}</b>${beside}` +
      `${its.map((line) => lineHtml(line, lang)).join('')}</td></tr>`
    )
  })
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0 0;font-size:17px;line-height:1.5;color:${ink}">${items.join('')}</table>`
}

function lineHtml({ label, text, look, source }: DigestLine, lang: string): string {
  const before = label === '' ? '' : `<b>${escapeMarkup(label)}:</b> `
  const style =
    look === 'quiet' ? `;color:${muted};font-size:15px` : look === 'quote' ? ';font-style:italic' : ''
  const behind =
    source === '' ? '' : `<br><span style="color:${muted};font-size:15px">${escapeMarkup(source)}</span>`
  return `<p style="margin:4px 0 0">${before}<span${lang} style="line-height:1.45${style}">${lines(text)}</span>${behind}</p>`
}

function lines(text: string): string {
  return escapeMarkup(text).replace(/\n/g, '<br>')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
