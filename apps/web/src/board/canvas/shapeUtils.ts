/** The kinds of things that can stand on a board. A new kind is one line here, and one in records.ts if people draw it. */
import {
  ArrowBindingUtil,
  ArrowShapeUtil,
  DrawShapeUtil,
  GeoShapeUtil,
  HighlightShapeUtil,
  LineShapeUtil,
  TextShapeUtil,
  type TLAnyShapeUtilConstructor,
} from 'tldraw'
import { NoteShapeUtil } from './NoteShape.tsx'
import { ZoneShapeUtil } from './ZoneShape.tsx'

const kinds = [
  NoteShapeUtil,
  ZoneShapeUtil,
  DrawShapeUtil,
  ArrowShapeUtil,
  TextShapeUtil,
  GeoShapeUtil,
  LineShapeUtil,
  HighlightShapeUtil,
]
// @ts-expect-error tldraw 3's own shape utils do not fit its own interface under exactOptionalPropertyTypes.
export const shapeUtils: readonly TLAnyShapeUtilConstructor[] = kinds
export const bindingUtils = [ArrowBindingUtil]
