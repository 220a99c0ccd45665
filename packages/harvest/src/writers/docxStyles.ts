/** How the Word document looks. Sizes are half points, spacing twentieths of a point, as Word counts. */
import { BorderStyle, LineRuleType, PageOrientation, type IStylesOptions } from 'docx'
import type { Language } from '@bordet/text'
import { officeLanguages } from '../words.ts'

export const ink = '14211F'
export const mutedInk = '45524E'
export const primary = '0B4F5C'
export const line = 'CBD3CE'

/** A4 with margins of 2.5 cm, in twentieths of a point. */
export const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1418, bottom: 1418, left: 1418, right: 1418 },
}
export const textWidth = page.size.width - page.margin.left - page.margin.right
/** On its side. Word wants the sides as they are upright, and the library turns them. */
export const widePage = { ...page, size: { ...page.size, orientation: PageOrientation.LANDSCAPE } }
export const wideTextWidth = page.size.height - page.margin.top - page.margin.bottom

/**
 * Headings are Word's own styles, so that its navigation pane, its table of contents and screen readers know them.
 * `language` is that of labels; notes and questions are marked as the workshop's, for spelling and for voices. Other
 * words that are not in the labels' language say so in their runs.
 */
export function documentStyles(language: Language, workshopLanguage: Language): IStylesOptions {
  const asked = { language: { value: officeLanguages[workshopLanguage] } }
  return {
    default: {
      document: {
        run: {
          font: 'Calibri',
          size: 22,
          color: ink,
          language: { value: officeLanguages[language], eastAsia: officeLanguages[language] },
        },
        paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: 'Calibri', size: 60, bold: true, color: primary },
        paragraph: { spacing: { before: 60, after: 160, line: 240, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(36, primary, { before: 480, after: 80 }),
      heading2: heading(27, ink, { before: 320, after: 120 }),
      heading3: heading(23, mutedInk, { before: 220, after: 80 }),
    },
    paragraphStyles: [
      {
        ...named('Eyebrow', 'Eyebrow'),
        run: { size: 24, bold: true, color: mutedInk, characterSpacing: 20 },
        paragraph: { spacing: { before: 2600 } },
      },
      {
        ...named('Lead', 'Lead'),
        run: { size: 26, color: mutedInk },
        paragraph: { spacing: { after: 480 } },
      },
      {
        ...named('TOCHeading', 'TOC Heading'),
        run: { size: 36, bold: true, color: primary },
        paragraph: { spacing: { after: 240 }, keepNext: true },
      },
      contentsLine('TOC1', 'toc 1', { before: 140, after: 20 }, 0, true),
      contentsLine('TOC2', 'toc 2', { before: 0, after: 20 }, 240, false),
      {
        ...named('Question', 'Question'),
        run: { ...asked, size: 24, italics: true, color: mutedInk },
        paragraph: { spacing: { after: 120 }, keepNext: true },
      },
      {
        ...named('Note', 'Note'),
        run: asked,
        paragraph: { spacing: { before: 0, after: 20 }, keepNext: true, keepLines: true },
      },
      {
        ...named('NotePhoto', 'Note Photo'),
        paragraph: { spacing: { before: 60, after: 60 }, keepNext: true },
      },
      {
        ...named('NoteSource', 'Note Source'),
        run: { size: 18, color: mutedInk },
        paragraph: {
          spacing: { after: 110, line: 240, lineRule: LineRuleType.AUTO },
          border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 5, color: line } },
        },
      },
      {
        ...named('QuotedNote', 'Quoted Note'),
        run: { ...asked, italics: true },
        paragraph: {
          spacing: { before: 60, after: 0 },
          keepNext: true,
          indent: { left: 240 },
          border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: line } },
        },
      },
      {
        ...named('QuotedPhoto', 'Quoted Photo'),
        paragraph: {
          spacing: { before: 60, after: 0 },
          keepNext: true,
          indent: { left: 240 },
          border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: line } },
        },
      },
      {
        ...named('QuoteSource', 'Quote Source'),
        run: { size: 18, color: mutedInk },
        paragraph: {
          spacing: { after: 160, line: 240, lineRule: LineRuleType.AUTO },
          indent: { left: 240 },
          border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: line } },
        },
      },
      { ...named('Quiet', 'Quiet'), run: { color: mutedInk }, paragraph: { spacing: { after: 120 } } },
      {
        ...named('Draft', 'Draft'),
        run: { bold: true },
        paragraph: {
          spacing: { before: 240 },
          border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: 'F2B600' } },
          indent: { left: 200 },
        },
      },
      cellLine('Cell', 'Cell', 20),
      cellLine('SmallCell', 'Small Cell', 17),
      {
        ...named('Gap', 'Gap'),
        run: { size: 12 },
        paragraph: { spacing: { after: 60, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        ...named('Caption', 'caption'),
        run: { size: 20, bold: true },
        paragraph: { spacing: { before: 120, after: 80 }, keepNext: true },
      },
      {
        ...named('Footer', 'footer'),
        run: { size: 18, color: mutedInk },
      },
    ],
  }
}

interface Spacing {
  before: number
  after: number
}

function named(id: string, name: string) {
  return { id, name, basedOn: 'Normal', next: 'Normal', quickFormat: true }
}

function heading(size: number, color: string, spacing: Spacing) {
  return {
    run: { font: 'Calibri', size, bold: true, color },
    paragraph: {
      spacing: { ...spacing, line: 250, lineRule: LineRuleType.AUTO },
      keepNext: true,
      keepLines: true,
    },
  }
}

function cellLine(id: string, name: string, size: number) {
  return {
    ...named(id, name),
    run: { size },
    paragraph: { spacing: { before: 0, after: 0, line: 250, lineRule: LineRuleType.AUTO } },
  }
}

function contentsLine(id: string, name: string, spacing: Spacing, left: number, bold: boolean) {
  return {
    id,
    name,
    basedOn: 'Normal',
    next: 'Normal',
    run: { bold },
    paragraph: { spacing, indent: { left } },
  }
}
