/**
 * Draws a board that nobody looks at: tldraw's editor without any page around it, filled with what is kept of a moment,
 * written out and taken down again. Loaded only when there is something to draw.
 */
import '../withoutEval.ts'
import {
  ArrowBindingUtil,
  ArrowShapeUtil,
  atom,
  createTLStore,
  createTLUser,
  defaultAddFontsFromNode,
  DrawShapeUtil,
  Editor,
  GeoShapeUtil,
  getSvgAsImage,
  HighlightShapeUtil,
  LineShapeUtil,
  SelectTool,
  TextShapeUtil,
  tipTapDefaultExtensions,
  type TLRecord,
  type TLStore,
  type TLUserPreferences,
} from 'tldraw'
import 'tldraw/tldraw.css'
import { fonts } from '../canvas/fontAssets.ts'
import { noteToRecord, readDrawn, zoneToRecord } from '../canvas/records.ts'
import type { DrawnBoard } from './drawnBoard.ts'
import { faces, pictureShapes } from './pictureShapes.tsx'

export interface BoardFiles {
  svg: Blob
  png: Blob
}

const drawnKinds = [
  DrawShapeUtil,
  ArrowShapeUtil,
  TextShapeUtil,
  GeoShapeUtil,
  LineShapeUtil,
  HighlightShapeUtil,
]
const bindingUtils = [ArrowBindingUtil]
const margin = 32
/** Sharp on a large screen; a canvas of that size takes 32 MB while it is written. */
const mostPixels = 8_000_000

/** Null when there is nothing to be seen. Throws when it cannot be drawn. */
export async function drawBoard(board: DrawnBoard): Promise<BoardFiles | null> {
  const container = document.createElement('div')
  container.className = 'tl-container tl-theme__light'
  container.inert = true
  // Laid out, so that words can be measured, but neither seen nor in anybody's way.
  container.style.cssText =
    'position:fixed;inset:0 auto auto 0;width:0;height:0;overflow:hidden;opacity:0;pointer-events:none;z-index:-1'
  document.body.append(container)
  // @ts-expect-error tldraw 3's own shape utils do not fit its own interface under exactOptionalPropertyTypes.
  const shapeUtils: ReturnType<typeof pictureShapes> = [...pictureShapes(board), ...drawnKinds]
  const store = createTLStore({ shapeUtils, bindingUtils })
  const editor = new Editor({
    store,
    shapeUtils,
    bindingUtils,
    tools: [SelectTool],
    initialState: 'select',
    getContainer: () => container,
    autoFocus: false,
    user: createTLUser({ userPreferences: atom('nobody', nobody), setUserPreferences: () => {} }),
    textOptions: {
      addFontsFromNode: defaultAddFontsFromNode,
      tipTapConfig: { extensions: tipTapDefaultExtensions },
    },
    options: { maxShapesPerPage: 8_000 },
    fontAssetUrls: fonts,
  })
  try {
    // While it is laid out the picture is a part of this page, whose content policy takes typefaces from files alone.
    const declare = editor.fonts.toEmbeddedCssDeclaration.bind(editor.fonts)
    editor.fonts.toEmbeddedCssDeclaration = async () => ''
    for (const face of faces) await editor.fonts.ensureFontIsLoaded(face)
    fill(store, board)
    const ids = [...editor.getCurrentPageShapeIds()]
    if (ids.length === 0) return null
    const drawn = await editor.getSvgElement(ids, { background: false, padding: margin, darkMode: false })
    if (!drawn) return null
    const used = new Set(ids.flatMap((id) => editor.fonts.getShapeFontFaces(id)))
    const typefaces = await Promise.all([...used].map(declare))
    const svg = finish(drawn.svg, board, typefaces.join('\n'))
    const pixelRatio = Math.min(2, Math.sqrt(mostPixels / (drawn.width * drawn.height)))
    const png = await getSvgAsImage(svg, {
      type: 'png',
      width: drawn.width,
      height: drawn.height,
      pixelRatio,
    })
    if (!png) throw new Error('the picture could not be written')
    return { svg: new Blob([svg], { type: 'image/svg+xml' }), png }
  } finally {
    editor.dispose()
    // tldraw takes its own part away a turn later.
    setTimeout(() => container.remove(), 100)
  }
}

const nobody: TLUserPreferences = { id: 'nobody', colorScheme: 'light', animationSpeed: 0 }

/** What tldraw's validators refuse is left out: whatever stands in a document, the rest is drawn. */
function fill(store: TLStore, { zones, notes, drawings }: DrawnBoard): void {
  const put = (record: object, typeName: 'shape' | 'binding' = 'shape') => {
    try {
      const valid: TLRecord = store.schema.types[typeName].validate(record)
      store.put([valid])
      return true
    } catch {
      return false
    }
  }
  store.mergeRemoteChanges(() => {
    for (const zone of zones) put(zoneToRecord(zone))
    for (const note of notes) {
      const whole = { ...note, by: '', hidden: false }
      if (!put(noteToRecord(whole))) put(noteToRecord({ ...whole, z: 'a0' }))
    }
    const read = Object.entries(drawings).flatMap(([key, value]) => readDrawn(key, value) ?? [])
    for (const { record } of read) put(record)
    for (const { bindings } of read) for (const { record } of bindings) put(record, 'binding')
  })
}

/** Stands alone from here: a background of its own, a title for whoever hears it, nothing that leads elsewhere. */
function finish(drawn: SVGSVGElement, { title, language }: DrawnBoard, typefaces: string): string {
  const svg = document.importNode(drawn, true)
  svg.removeAttribute('class')
  svg.setAttribute('role', 'img')
  svg.setAttribute('lang', language)
  svg.style.backgroundColor = ''
  const { x, y, width, height } = drawn.viewBox.baseVal
  const ground = document.createElementNS(svg.namespaceURI ?? '', 'rect')
  for (const [name, value] of Object.entries({ x, y, width, height, fill: '#f2f4f1' }))
    ground.setAttribute(name, String(value))
  const name = document.createElementNS(svg.namespaceURI ?? '', 'title')
  name.textContent = title
  for (const empty of svg.querySelectorAll('style:empty')) empty.remove()
  const style = document.createElementNS(svg.namespaceURI ?? '', 'style')
  style.textContent = typefaces
  svg.querySelector('defs')?.append(style)
  svg.querySelector('defs')?.after(ground)
  svg.prepend(name)
  for (const link of svg.querySelectorAll('a')) {
    const span = document.createElement('span')
    span.style.cssText = link.style.cssText
    span.append(...link.childNodes)
    link.replaceWith(span)
  }
  for (const element of svg.querySelectorAll<HTMLElement>('foreignObject, foreignObject *'))
    for (const property of Array.from(element.style))
      if (/url\((?!["']?#)|\\/.test(element.style.getPropertyValue(property)))
        element.style.removeProperty(property)
  return new XMLSerializer().serializeToString(svg)
}
