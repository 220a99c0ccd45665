/** How the OpenDocument text looks; the same colours and sizes as the Word document's. */
import { languages, type Language } from '@bordet/text'
import { officeLanguages } from '../words.ts'
import type { TableLayout } from './columnShares.ts'

export const odtNamespaces = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
].join(' ')

function inLanguage(language: Language): string {
  const [code, country] = officeLanguages[language].split('-')
  return `fo:language="${code}" fo:country="${country}"`
}

interface Look {
  name: string
  parent?: string
  text?: string
  paragraph?: string
  more?: string
}

/** `footer` is markup. */
export function odtStyles(language: Language, notesLanguage: Language, footer: string): string {
  const asked = inLanguage(notesLanguage)
  const looks: Look[] = [
    { name: 'Text_20_body', paragraph: 'fo:margin-bottom="0.2cm" fo:line-height="118%"' },
    {
      name: 'Eyebrow',
      text: 'fo:font-size="12pt" fo:font-weight="bold" fo:color="#45524e"',
      paragraph: 'fo:margin-top="4cm"',
    },
    {
      name: 'Title',
      text: 'fo:font-size="30pt" fo:font-weight="bold" fo:color="#0b4f5c"',
      paragraph: 'fo:margin-bottom="0.3cm"',
    },
    { name: 'Lead', text: 'fo:font-size="13pt" fo:color="#45524e"', paragraph: 'fo:margin-bottom="0.8cm"' },
    { name: 'Quiet', text: 'fo:color="#45524e"', paragraph: 'fo:margin-bottom="0.2cm"' },
    {
      name: 'Notice',
      text: 'fo:font-weight="bold"',
      paragraph: 'fo:margin-top="0.4cm" fo:border-left="3pt solid #f2b600" fo:padding-left="0.3cm"',
    },
    {
      name: 'Asked',
      text: `${asked} fo:font-size="12pt" fo:font-style="italic" fo:color="#45524e"`,
      paragraph: 'fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
    },
    { name: 'Note', text: asked, paragraph: 'fo:keep-with-next="always" fo:keep-together="always"' },
    { name: 'NoteRtl', parent: 'Note', paragraph: 'style:writing-mode="rl-tb" fo:text-align="start"' },
    {
      name: 'NotePhoto',
      paragraph: 'fo:margin-top="0.1cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
    },
    {
      name: 'NoteSource',
      text: 'fo:font-size="9pt" fo:color="#45524e"',
      paragraph: 'fo:margin-bottom="0.2cm" fo:padding-bottom="0.1cm" fo:border-bottom="0.5pt solid #cbd3ce"',
    },
    {
      name: 'QuotedNote',
      text: `${asked} fo:font-style="italic"`,
      paragraph:
        'fo:margin-left="0.4cm" fo:padding-left="0.3cm" fo:border-left="2pt solid #cbd3ce" fo:keep-with-next="always"',
    },
    {
      name: 'QuotedPhoto',
      paragraph:
        'fo:margin-left="0.4cm" fo:padding-left="0.3cm" fo:border-left="2pt solid #cbd3ce" fo:keep-with-next="always"',
    },
    {
      name: 'QuoteSource',
      text: 'fo:font-size="9pt" fo:color="#45524e"',
      paragraph:
        'fo:margin-left="0.4cm" fo:margin-bottom="0.3cm" fo:padding-left="0.3cm" fo:border-left="2pt solid #cbd3ce"',
    },
    { name: 'LeadIn', parent: 'Text_20_body', paragraph: 'fo:keep-with-next="always"' },
    { name: 'QuietLeadIn', parent: 'Quiet', paragraph: 'fo:keep-with-next="always"' },
    { name: 'Gap', text: 'fo:font-size="6pt"', paragraph: 'fo:margin-bottom="0.1cm"' },
    {
      name: 'Caption',
      text: 'fo:font-size="10pt" fo:font-weight="bold"',
      paragraph: 'fo:margin-top="0.2cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
    },
    ...['', 'Small'].flatMap((size): Look[] => {
      const letters = `fo:font-size="${size === '' ? '10pt' : '8.5pt'}"`
      const turned = 'style:writing-mode="rl-tb" fo:text-align="start"'
      return [
        { name: `${size}CellText`, text: letters, paragraph: 'fo:margin-bottom="0cm"' },
        {
          name: `${size}CellHead`,
          text: `${letters} fo:font-weight="bold"`,
          paragraph: 'fo:keep-with-next="always"',
        },
        { name: `${size}CellTextRtl`, parent: `${size}CellText`, paragraph: turned },
        { name: `${size}CellHeadRtl`, parent: `${size}CellHead`, paragraph: turned },
      ]
    }),
    {
      name: 'Contents_20_Heading',
      text: 'fo:font-size="18pt" fo:font-weight="bold" fo:color="#0b4f5c"',
      paragraph: 'fo:break-before="page" fo:margin-bottom="0.4cm"',
    },
    { name: 'Contents_20_1', text: 'fo:font-weight="bold"', paragraph: 'fo:margin-top="0.2cm"' },
    { name: 'Contents_20_2', paragraph: 'fo:margin-left="0.5cm"' },
    {
      name: 'Footer',
      text: 'fo:font-size="9pt" fo:color="#45524e"',
      paragraph: '',
      more: '<style:tab-stops><style:tab-stop style:position="16cm" style:type="right"/></style:tab-stops>',
    },
    {
      name: 'WideFooter',
      parent: 'Footer',
      paragraph: '',
      more: '<style:tab-stops><style:tab-stop style:position="24.7cm" style:type="right"/></style:tab-stops>',
    },
    { name: 'FirstHeading', parent: 'Heading_20_1', paragraph: 'fo:break-before="page" fo:margin-top="0cm"' },
    heading(1, 18, '#0b4f5c', '0.9cm'),
    heading(2, 13.5, '#14211f', '0.6cm'),
    heading(3, 11.5, '#45524e', '0.4cm'),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${odtNamespaces} office:version="1.3"><office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="page"/><style:text-properties fo:font-family="Carlito, Calibri, sans-serif" fo:font-size="11pt" fo:color="#14211f" ${inLanguage(language)}/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
${looks.map(styleOf).join('\n')}
<text:list-style style:name="Points"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="0.8cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm" style:print-orientation="portrait"/>${footerStyle}</style:page-layout><style:page-layout style:name="A4Wide"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" fo:margin="2.5cm" style:print-orientation="landscape"/>${footerStyle}</style:page-layout></office:automatic-styles><office:master-styles>${masterPage('Standard', 'A4', 'Footer', footer)}${masterPage('Wide', 'A4Wide', 'WideFooter', footer)}</office:master-styles></office:document-styles>`
}

const footerStyle =
  '<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style>'

function masterPage(name: string, layout: string, style: string, footer: string): string {
  return `<style:master-page style:name="${name}" style:page-layout-name="${layout}"><style:footer><text:p text:style-name="${style}">${footer}<text:tab/><text:page-number text:select-page="current"/></text:p></style:footer></style:master-page>`
}

function heading(level: number, size: number, color: string, before: string): Look {
  return {
    name: `Heading_20_${level}`,
    text: `fo:font-size="${size}pt" fo:font-weight="bold" fo:color="${color}"`,
    paragraph: `fo:margin-top="${before}" fo:margin-bottom="0.2cm" fo:keep-with-next="always"`,
  }
}

function styleOf({ name, parent = 'Standard', text, paragraph, more = '' }: Look): string {
  const level = /^Heading_20_(\d)$/.exec(name)?.[1]
  return [
    `<style:style style:name="${name}" style:display-name="${name.replaceAll('_20_', ' ')}" style:family="paragraph" style:parent-style-name="${parent}"${level === undefined ? '' : ` style:default-outline-level="${level}"`}>`,
    paragraph === undefined
      ? ''
      : `<style:paragraph-properties ${paragraph}>${more}</style:paragraph-properties>`,
    text === undefined ? '' : `<style:text-properties ${text}/>`,
    '</style:style>',
  ].join('')
}

/** Of words that are not in the language of their paragraph's style: `In_sv`. */
export function odtLanguageStyles(): string {
  return languages
    .map(
      (language) =>
        `<style:style style:name="In_${language}" style:family="text"><style:text-properties ${inLanguage(language)}/></style:style>`,
    )
    .join('')
}

/** Of the columns of one table, `name-0` … */
export function odtColumnStyles(name: string, { shares, isWide }: TableLayout): string {
  return shares
    .map(
      (share, index) =>
        `<style:style style:name="${name}-${index}" style:family="table-column"><style:table-column-properties style:column-width="${((isWide ? wideWidth : width) * share).toFixed(3)}cm"/></style:style>`,
    )
    .join('')
}

/** Of the text on an A4 page, upright and on its side, in centimetres. */
const width = 16
const wideWidth = 24.7

/** Of tables: LibreOffice takes cells' borders from the document itself. */
export function odtTableStyles(): string {
  const cell = 'fo:border="0.5pt solid #cbd3ce" fo:padding="0.12cm"'
  return [
    '<style:style style:name="Grid" style:family="table"><style:table-properties style:width="16cm" table:align="left" fo:margin-bottom="0.3cm"/></style:style>',
    '<style:style style:name="Picture" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>',
    '<style:style style:name="ContentsLink" style:family="text"><style:text-properties fo:color="#0b4f5c" style:text-underline-style="none"/></style:style>',
    '<style:style style:name="WideGrid" style:family="table"><style:table-properties style:width="24.7cm" table:align="left" fo:margin-bottom="0.3cm"/></style:style>',
    '<style:style style:name="LongRow" style:family="table-row"><style:table-row-properties fo:keep-together="auto"/></style:style>',
    '<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
    '<style:style style:name="FactLabel" style:family="table-column"><style:table-column-properties style:column-width="4.3cm"/></style:style>',
    '<style:style style:name="FactValue" style:family="table-column"><style:table-column-properties style:column-width="11.7cm"/></style:style>',
    `<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties ${cell}/></style:style>`,
    `<style:style style:name="HeadCell" style:family="table-cell"><style:table-cell-properties fo:background-color="#eaf1f1" ${cell}/></style:style>`,
  ].join('')
}
