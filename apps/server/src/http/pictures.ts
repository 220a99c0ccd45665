/** Where pictures lie beside the database, and under which names: 128 random bits, so that nobody can guess one. */
import { join } from 'node:path'
import { z } from 'zod'

/** A picture that goes with a note; always a JPEG. */
export const photoName = z.string().regex(/^[\w-]{22}$/)
/** The picture of a map. */
export const imageName = z.string().regex(/^[\w-]{22}\.(?:png|jpg|webp)$/)

/** A board as people saw it. */
export const boardPictureName = z.string().regex(/^[\w-]{22}\.(?:png|svg)$/)

export type PictureKind = 'photos' | 'images' | 'boards'

export function pictureFolder(dataDir: string, kind: PictureKind): string {
  return join(dataDir, kind)
}
