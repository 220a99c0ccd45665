/** Opens a Word document again: its parts, and its body paragraph by paragraph. Throws where Word would refuse to open it. */
import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'

export interface ReadParagraph {
  style: string
  text: string
}

export function readParts(bytes: Uint8Array): (path: string) => Document {
  const files = unzipSync(bytes)
  return (path) => {
    const file = files[path]
    if (!file) throw new Error(`The file has no ${path}.`)
    const parser = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${path}, ${level}: ${message}`)
      },
    })
    return parser.parseFromString(strFromU8(file), 'text/xml')
  }
}

/** In the order of the document, tables' cells and the table of contents included. */
export function readParagraphs(bytes: Uint8Array): ReadParagraph[] {
  const document = readParts(bytes)('word/document.xml')
  return elements(document, 'w:p').map((paragraph) => ({
    style: elements(paragraph, 'w:pStyle')[0]?.getAttribute('w:val') ?? '',
    text: textOf(paragraph),
  }))
}

export function elements(parent: Document | Element, name: string): Element[] {
  return [...parent.getElementsByTagName(name)]
}

function textOf(paragraph: Element): string {
  return [...paragraph.getElementsByTagName('*')]
    .map((element) => {
      if (element.tagName === 'w:t') return element.textContent ?? ''
      if (element.tagName === 'w:br') return element.getAttribute('w:type') === 'page' ? '' : '\n'
      return element.tagName === 'w:tab' && element.parentElement?.tagName === 'w:r' ? '\t' : ''
    })
    .join('')
}
