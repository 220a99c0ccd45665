/** The harvest as a page that one reads on a phone: the digest, the whole report one click away, and files. Pure. */
import type { Digest, DigestBlock, DigestEntry, DigestLine } from '@bordet/harvest'
import { languages, languageNames, type Language } from '@bordet/text'
import { escapeMarkup } from '@bordet/text/markup'
import type { SayMail } from '../mail/writeMail.ts'
import { plainPage } from './plainPage.ts'

export interface ReadPageInput {
  say: SayMail
  digest: Digest
  /** The report as a page. */
  reportHref: string
  files: readonly { name: string; href: string }[]
  /** This page in another language. */
  hrefIn(language: Language): string
}

const style = `
main{max-width:42rem}
.owner,.facts,.quiet,.by{color:var(--soft)}
.owner{font-weight:700;margin:0}
.facts{margin:0 0 1.5rem}
.notice{border-left:6px solid #f2b600;padding:.3rem 0 .3rem .9rem;font-weight:700}
.main{background:var(--link);color:var(--on);padding:.8rem 1.4rem;border-radius:.6rem;font-weight:700;text-decoration:none}
h2{margin-top:2.5rem;font-size:1.4rem}
.entries{list-style:none;padding:0;margin:.75rem 0}
.entries>li{border-top:1px solid var(--rule);padding:.75rem 0;display:grid;grid-template-columns:1fr;gap:.15rem}
.ranked{counter-reset:rank}
.ranked>li{counter-increment:rank;grid-template-columns:2.25rem 1fr}
.ranked>li::before{content:counter(rank);font-size:1.35rem;line-height:1.25;font-weight:800}
.entries p,blockquote{margin:.2rem 0 0;white-space:pre-line;overflow-wrap:anywhere}
blockquote p:first-child{font-style:italic}
.by{font-size:1rem}
.title{font-weight:700;overflow-wrap:anywhere}
.note{color:var(--soft)}
nav{display:flex;flex-wrap:wrap;gap:0 1.25rem;margin-top:3rem;border-top:1px solid var(--rule);padding-top:.75rem}
nav a[aria-current]{color:inherit;font-weight:700;text-decoration:none}
@media print{nav,.main,.files{display:none}.entries>li{break-inside:avoid}}`

export function readPageHtml({ say, digest, reportHref, files, hrefIn }: ReadPageInput): string {
  const { language, writtenIn, owner, facts, notices, blocks, title } = digest
  const lang = writtenIn === language ? '' : ` lang="${writtenIn}"`
  const toReport = `<p><a class="main" href="${escapeMarkup(reportHref)}">${escapeMarkup(say('readReport'))}</a></p>`
  const others = languages.map((one) => {
    const current = one === language ? ' aria-current="true"' : ''
    return `<a href="${escapeMarkup(hrefIn(one))}" lang="${one}" hreflang="${one}"${current}>${escapeMarkup(languageNames[one])}</a>`
  })
  const body = [
    owner === '' ? '' : `<p class="owner"${lang}>${escapeMarkup(owner)}</p>`,
    `<p class="facts">${escapeMarkup(facts)}</p>`,
    ...notices.map((notice) => `<p class="notice">${escapeMarkup(notice)}</p>`),
    ...(blocks.length === 0
      ? [`<p>${escapeMarkup(say('noDigest'))}</p>`]
      : blocks.map((block) => blockHtml(block, lang))),
    toReport,
    `<section class="files"><h2>${escapeMarkup(say('files'))}</h2><ul>`,
    ...files.map(({ name, href }) => `<li><a href="${escapeMarkup(href)}">${escapeMarkup(name)}</a></li>`),
    '</ul></section>',
    `<nav aria-label="${escapeMarkup(say('pageLanguage'))}">${others.join('')}</nav>`,
  ]
  return plainPage({ language, title: say('subject', { title }), body: body.join('\n'), style })
}

function blockHtml(block: DigestBlock, lang: string): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escapeMarkup(block.text)}</h2>`
    case 'words':
      return `<p${lang}>${lines(block.text)}</p>`
    case 'quiet':
      return `<p class="quiet">${escapeMarkup(block.text)}</p>`
    case 'entries': {
      const tag = block.isRanked ? 'ol' : 'ul'
      const items = block.entries.map((entry) => entryHtml(entry, lang))
      // Without its marks a list is no list to VoiceOver, unless it says so.
      return `<${tag} role="list" class="entries${block.isRanked ? ' ranked' : ''}">${items.join('')}</${tag}>`
    }
    default:
      return block satisfies never
  }
}

function entryHtml({ title, note, lines: its }: DigestEntry, lang: string): string {
  const beside = note === '' ? '' : ` <span class="note">${escapeMarkup(note)}</span>`
  return `<li><div><span class="title"${lang}>${escapeMarkup(title)}</span>${beside}${its.map((line) => lineHtml(line, lang)).join('')}</div></li>`
}

function lineHtml({ label, text, look, source }: DigestLine, lang: string): string {
  if (look === 'quote')
    return `<blockquote><p${lang}>${lines(text)}</p><p class="by">${escapeMarkup(source)}</p></blockquote>`
  const before = label === '' ? '' : `<b>${escapeMarkup(label)}:</b> `
  return `<p${look === 'quiet' ? ' class="by"' : ''}>${before}<span${lang}>${lines(text)}</span></p>`
}

function lines(text: string): string {
  return escapeMarkup(text).replace(/\n/g, '<br>')
}
