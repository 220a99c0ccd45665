/** How a board lives in a Y.Doc, and how to read and change it without tldraw. */
export { editText } from './editText.ts'
export {
  boardRoots,
  isNoteField,
  isNoteId,
  layoutVersion,
  noteColors,
  readNote,
  readZones,
  rootNames,
  type BoardNote,
  type BoardRoots,
  type BoardZone,
  type NoteColor,
  type NoteVia,
  type ZoneSeed,
} from './layout.ts'
export {
  markHidden,
  markRemoved,
  moveNote,
  moveToPart,
  newBoard,
  observeNotes,
  placeNote,
  readNotes,
  seedZones,
  setNoteText,
  standingNotes,
  writeNote,
  type NoteSeed,
} from './notes.ts'
export {
  findPlace,
  inReadingOrder,
  noteHeight,
  noteWidth,
  partAt,
  partFrames,
  zoneAt,
  type PartFrame,
} from './placement.ts'
