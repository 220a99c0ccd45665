/** The document's properties as Word's archive shows them. docx writes its own without a language and with the clock's time. */
import { escapeMarkup } from '@bordet/text/markup'
import type { HarvestDocument } from '../document.ts'

export function coreProperties(report: HarvestDocument, languageTag: string): string {
  const at = new Date(report.writtenAt).toISOString().replace(/\.\d+Z$/, 'Z')
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeMarkup(report.title)}</dc:title>`,
    `<dc:creator>${escapeMarkup(report.owner)}</dc:creator>`,
    `<dc:language>${languageTag}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('')
}
