/** A page that needs no script and no build, for people who come from a mail or a letter. */
import type { Language } from '@bordet/text'
import { escapeMarkup } from '@bordet/text/markup'

const style = `
:root{color-scheme:light dark;--bg:#f2f4f1;--ink:#14211f;--link:#0b4f5c;--on:#fff}
@media (prefers-color-scheme:dark){:root{--bg:#0d1817;--ink:#e9efec;--link:#8fd0da;--on:#0d1817}}
body{margin:0;background:var(--bg);color:var(--ink);font:1.125rem/1.55 system-ui,sans-serif}
main{max-width:38rem;margin:0 auto;padding:2rem 1.25rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.25rem;line-height:1.3;margin:2rem 0 .25rem}
a{color:var(--link);display:inline-block;padding:.6rem 0}
ul{padding-left:1.25rem}
button{font:inherit;font-weight:700;padding:.8rem 1.4rem;border:0;border-radius:.5rem;background:var(--link);color:var(--on)}
button:focus-visible,a:focus-visible{outline:3px solid var(--ink);outline-offset:3px}`

/** `title` is text, `body` is HTML. */
export function plainPage({
  language,
  title,
  body,
}: {
  language: Language
  title: string
  body: string
}): string {
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeMarkup(title)} – Bordet</title>` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">' +
    `<link rel="icon" href="/icon.svg" type="image/svg+xml"><style>${style}</style></head>` +
    `<body><main><h1>${escapeMarkup(title)}</h1>${body}</main></body></html>`
  )
}
