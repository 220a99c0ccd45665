/** How the web page looks: on a phone, on a screen and on paper. */
export const htmlStyle = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 46rem; color: #14211f; background: #fff;
  font: 1.05rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.2; color: #0b4f5c; margin: 2.2em 0 .5em; }
h1 { font-size: 2.2rem; margin: .2em 0 .3em; }
h2 { font-size: 1.6rem; border-top: 2px solid #cbd3ce; padding-top: .7em; }
h3 { font-size: 1.2rem; color: #14211f; }
h4 { font-size: 1.05rem; color: #45524e; }
a { color: #0b4f5c; }
.eyebrow, .lead, .quiet, .source, dt { color: #45524e; }
.eyebrow { font-weight: 700; margin: 2rem 0 0; }
.lead { font-size: 1.2rem; }
.asked { font-style: italic; color: #45524e; }
.notice { border-inline-start: 6px solid #f2b600; padding-inline-start: .8rem; font-weight: 700; }
dl div { display: flex; gap: 1rem; padding: .3rem 0; border-bottom: 1px solid #cbd3ce; }
dt { flex: 0 0 9rem; } dd { margin: 0; font-weight: 600; min-width: 0; }
nav ol { list-style: none; padding: 0; } nav h2 { border: 0; }
nav .level-2 { padding-inline-start: 1.2rem; }
ul.notes { list-style: none; padding: 0; }
ul.notes > li { border-bottom: 1px solid #cbd3ce; padding: .55rem 0; }
ul.notes p { margin: 0; } .source { font-size: .88rem; }
img { display: block; max-width: 100%; height: auto; }
img.photo { max-width: min(100%, 20rem); max-height: 18rem; width: auto; margin-bottom: .4rem; border-radius: 4px; }
figure { margin: .8rem 0; border-inline-start: 4px solid #cbd3ce; padding-inline-start: .9rem; }
figure.map { border: 0; padding: 0; } figure.map img { border: 1px solid #cbd3ce; }
blockquote { margin: 0; font-style: italic; }
.wide { overflow-x: auto; margin: 1rem 0; }
.wide:focus-visible { outline: 3px solid #0b4f5c; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
caption { text-align: start; font-weight: 700; padding-bottom: .4rem; }
th, td { border: 1px solid #cbd3ce; padding: .4rem .55rem; text-align: start; vertical-align: top; }
th { background: #eaf1f1; }
table.figures { width: auto; min-width: 60%; }
table.figures td + td { white-space: nowrap; }
table.figures td:first-child { min-width: 9rem; }
@media screen and (min-width: 66rem) { .wide.many { margin-inline: -9rem; } }
@media screen and (max-width: 40rem) {
  body { padding-inline: 1rem; }
  h1 { font-size: 1.8rem; } h2 { font-size: 1.4rem; }
  dl div { gap: .6rem; } dt { flex-basis: 7rem; }
  table.figures td:first-child, table.figures th:first-child { position: sticky; inset-inline-start: 0; background: #fff; }
  table.figures th:first-child { background: #eaf1f1; }
  table.stacked, table.stacked caption, table.stacked tbody, table.stacked tr, table.stacked td { display: block; }
  table.stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  table.stacked tr { border: 1px solid #cbd3ce; border-radius: 6px; padding: .5rem .75rem; margin-bottom: .75rem; }
  table.stacked td { border: 0; padding: .2rem 0; }
  table.stacked td:first-child { font-weight: 700; }
  table.stacked td:empty { display: none; }
  table.stacked td + td::before { content: attr(data-label) ": "; color: #45524e; }
}
@media print { body { max-width: none; } nav { display: none; } thead { display: table-header-group; }
  h2, h3, h4, caption { break-after: avoid; } ul.notes > li, tr, figure { break-inside: avoid; }
  .wide { overflow: visible; } }
`
