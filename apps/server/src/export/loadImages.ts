/** Photos and maps for a report, made as small as a page needs them. What cannot be read is left out: the words are there. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noImages, pinsOf, type HarvestImage, type HarvestImages, type Report } from '@bordet/harvest'
import sharp from 'sharp'
import { imageName, photoName, pictureFolder } from '../http/pictures.ts'
import { drawPins } from './drawPins.ts'

/** On paper 75 mm wide: 200 dots to the inch. */
const photoSide = 600
/** As wide as the text. */
const mapSide = 1400
const atOnce = 4

export async function loadImages(reports: readonly Report[], dataDir: string): Promise<HarvestImages> {
  if (!reports.some(({ images }) => images)) return noImages
  const photos = reports.flatMap(({ images }) => Object.entries(images?.photos ?? {}))
  const loaded = await inTurns(photos, async ([noteId, name]): Promise<[string, HarvestImage][]> => {
    if (!photoName.safeParse(name).success) return []
    const photo = await readFile(join(pictureFolder(dataDir, 'photos'), name))
      .then(shrinkPhoto)
      .catch(() => null)
    return photo ? [[noteId, photo]] : []
  })
  const maps = reports.flatMap((report) =>
    Object.entries(report.images?.maps ?? {}).map(([zoneId, map]) => ({ report, zoneId, ...map })),
  )
  const drawn = await inTurns(maps, async ({ report, zoneId, name, alt }) => {
    if (!imageName.safeParse(name).success) return []
    const pins = pinsOf(report, zoneId).flatMap(({ pin }) => (pin ? [pin] : []))
    const map = await readFile(join(pictureFolder(dataDir, 'images'), name))
      .then((bytes) => drawMap(bytes, pins))
      .catch(() => null)
    return map ? [[zoneId, { ...map, alt }] as const] : []
  })
  return { photos: new Map(loaded), maps: new Map(drawn) }
}

async function shrinkPhoto(bytes: Buffer): Promise<HarvestImage> {
  const { data, info } = await sharp(bytes)
    .resize({ width: photoSide, height: photoSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 74 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, type: 'jpg', width: info.width, height: info.height }
}

async function drawMap(bytes: Buffer, pins: readonly (readonly [number, number])[]): Promise<HarvestImage> {
  const { data: map, info } = await sharp(bytes)
    .resize({ width: mapSide, height: mapSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const data = await sharp(map)
    .composite([{ input: Buffer.from(drawPins(pins, { width, height })) }])
    .jpeg({ quality: 82 })
    .toBuffer()
  return { bytes: data, type: 'jpg', width, height }
}

/** A few at a time: unpacked pictures are large. */
async function inTurns<In, Out>(items: readonly In[], work: (item: In) => Promise<Out[]>): Promise<Out[]> {
  const done: Out[] = []
  for (let at = 0; at < items.length; at += atOnce)
    done.push(...(await Promise.all(items.slice(at, at + atOnce).map(work))).flat())
  return done
}
