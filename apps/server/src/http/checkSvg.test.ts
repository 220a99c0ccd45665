import { describe, expect, it } from 'vitest'
import { svgFault } from './checkSvg.ts'

const fault = (text: string) => svgFault(new TextEncoder().encode(text))
const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`

describe('an SVG that is handed in', () => {
  it('passes when it is a picture: words, shapes, a photo and a typeface that lie in it', () => {
    const typeface =
      '@font-face { font-family: "a"; src: url("data:font/woff2;base64,d09GMg==") format(woff2); }'
    const sound = [
      '<title>Bord 1 – Omgång 1</title>',
      `<defs><style>${typeface.replaceAll('"', '&quot;')}</style><clipPath id="c"><path d="M0 0h9"/></clipPath></defs>`,
      '<g clip-path="url(#c)"><rect width="9" height="9" fill="#fff"/></g>',
      '<image href="data:image/jpeg;base64,/9j/4A==" width="9" height="9"/>',
      '<text><tspan x="1" y="2">Åk 👩‍👩‍👧‍👦 &amp; &lt;script&gt; &#39;hej&#39;</tspan></text>',
      '<foreignObject width="9" height="9"><div xmlns="http://www.w3.org/1999/xhtml" style="color: red"><p>Hej</p></div></foreignObject>',
    ]
    expect(fault(svg(sound.join('')))).toBeNull()
    expect(fault(`${svg('')}\n`)).toBeNull()
    // As a serialiser writes a style element.
    expect(fault(svg(`<style>${typeface}</style>`))).toBeNull()
  })

  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script in capitals', svg('<SCRIPT>alert(1)</SCRIPT>')],
    ['a script with a prefix', svg('<svg:script>alert(1)</svg:script>')],
    ['what happens on load', svg('', ' onload="alert(1)"')],
    ['what happens on load, with a prefix', svg('', ' ev:onLoad="alert(1)"')],
    ['a picture from elsewhere', svg('<image href="https://example.org/a.png"/>')],
    ['a picture from here', svg('<image xlink:href="/photos/a"/>')],
    ['a picture that is a program', svg('<image href="data:image/svg+xml;base64,PHN2Zz4="/>')],
    ['a page', svg('<use href="data:text/html;base64,PA=="/>')],
    ['a hidden address', svg('<image href="&#104;ttps://example.org"/>')],
    ['a style that loads', svg('<rect style="fill: url(https://example.org/a)"/>')],
    ['a style that loads, escaped', svg('<rect style="fill: \\75rl(https://example.org/a)"/>')],
    ['a style that loads, as entities', svg('<rect fill="&#117;rl(//example.org/a)"/>')],
    ['an unfinished address', svg('<rect fill="url(https://example.org/a"/>')],
    ['an import', svg('<style>@import "https://example.org/a.css";</style>')],
    [
      'a style that names a picture',
      svg('<style>a{background:image-set("https://example.org/a" 1x)}</style>'),
    ],
    ['a frame', svg('<foreignObject><iframe srcdoc="a"></iframe></foreignObject>')],
    ['a link', svg('<a href="https://example.org">a</a>')],
    ['an animation', svg('<set attributeName="href" to="javascript:alert(1)"/>')],
    ['a document type', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`],
    ['an entity of its own', svg('&a;')],
    ['a comment', svg('<!-- a -->')],
    ['raw text', svg('<![CDATA[<script>alert(1)</script>]]>')],
    ['an instruction', `<?xml-stylesheet href="https://example.org/a"?>${svg('')}`],
    ['an attribute without quotes', '<svg onload=alert(1)></svg>'],
    ['single quotes', "<svg id='a'></svg>"],
    ['another page', '<html><body></body></html>'],
    ['two pictures', svg('') + svg('')],
    ['words after it', `${svg('')}alert(1)`],
    ['an end that is missing', '<svg><g></g>'],
    ['ends that cross', '<svg><g></svg></g>'],
    ['nothing', ''],
  ])('is refused for %s', (_name, text) => {
    expect(fault(text)).not.toBeNull()
  })

  it('is refused when it is no text', () => {
    expect(svgFault(Uint8Array.of(0x3c, 0xff, 0xfe))).not.toBeNull()
  })
})
