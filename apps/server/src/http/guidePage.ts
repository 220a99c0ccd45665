/** The help page for everybody who comes: plain HTML that needs no script, no build and hardly a network. */
import { languageNames, languages, speak, type Language } from '@bordet/text'
import { z } from 'zod'
import { acceptedLanguage } from './acceptedLanguage.ts'
import type { App } from './app.ts'

const catalogues = {
  sv: () => import('@bordet/text/guide/sv'),
  da: () => import('@bordet/text/guide/da'),
  nb: () => import('@bordet/text/guide/nb'),
  en: () => import('@bordet/text/guide/en'),
}

const chapters = ['join', 'write', 'state', 'move', 'vote', 'paper', 'read', 'privacy', 'help'] as const

const style = `
:root{color-scheme:light dark;--bg:#f2f4f1;--ink:#14211f;--ink-2:#45524e;--link:#0b4f5c;--line:#cbd3ce}
@media (prefers-color-scheme:dark){:root{--bg:#0d1817;--ink:#e9efec;--ink-2:#a9b8b2;--link:#8fd0da;--line:#33433f}}
body{margin:0;background:var(--bg);color:var(--ink);font:1.125rem/1.55 system-ui,sans-serif}
main,nav{max-width:38rem;margin:0 auto;padding:1.5rem 1.25rem}
h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.25rem;line-height:1.3;margin:2rem 0 .25rem}
p{margin:.25rem 0 0}
.lead{font-size:1.25rem;color:var(--ink-2)}
a{color:var(--link);display:inline-block;padding:.6rem .3rem;min-width:2.75rem;text-align:center}
a[aria-current]{font-weight:700;text-decoration:none}
nav{border-top:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.5rem}
@media print{nav{display:none}body{background:#fff;color:#000;font-size:12pt}}`

export function addGuidePage(app: App): void {
  app.get('/guide', { schema: { hide: true } }, async (request, reply) => {
    const { data } = z.object({ lang: z.enum(languages) }).safeParse(request.query)
    const language = data?.lang ?? acceptedLanguage(request)
    return reply
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-language')
      .type('text/html; charset=utf-8')
      .send(await guideHtml(language))
  })
}

async function guideHtml(language: Language): Promise<string> {
  const say = speak((await catalogues[language]()).default, language)
  const text = chapters.map((chapter) => `<h2>${say(`${chapter}Title`)}</h2><p>${say(chapter)}</p>`).join('')
  const links = languages
    .map((one) => {
      const current = one === language ? ' aria-current="true"' : ''
      return `<a href="?lang=${one}" lang="${one}" hreflang="${one}"${current}>${languageNames[one]}</a>`
    })
    .join('')
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${say('title')} – Bordet</title>` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<link rel="icon" href="/icon.svg" type="image/svg+xml"><style>${style}</style></head>` +
    `<body><main><h1>${say('title')}</h1><p class="lead">${say('lead')}</p>${text}` +
    `<p><a href="/">${say('toStart')}</a></p></main>` +
    `<nav aria-label="${say('language')}">${links}</nav></body></html>`
  )
}
