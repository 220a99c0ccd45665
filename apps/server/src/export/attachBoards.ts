/** Pictures of boards for the ZIP, and a few words that say which are missing. */
import { join } from 'node:path'
import { speak, type Language } from '@bordet/text'
import type serverWords from '@bordet/text/server/sv'
import { pictureFolder } from '../http/pictures.ts'
import type { Storage } from '../storage/storage.ts'
import { loadWords } from '../words.ts'
import { wantedPictures } from '../workshops/boardPictures.ts'
import type { Desk } from '../workshops/desk.ts'
import type { Attached } from './exportWorker.ts'
import { pictureNames } from './pictureNames.ts'

export async function attachBoards(
  desk: Desk,
  { storage, dataDir, language }: { storage: Storage; dataDir: string; language: Language },
): Promise<Attached[]> {
  await desk.marked()
  const wanted = await wantedPictures(desk, storage)
  const names = await pictureNames(desk.state, wanted, language)
  const say = speak<typeof serverWords>(await loadWords(language), language)
  const folder = pictureFolder(dataDir, 'boards')
  const files = wanted.flatMap(({ picture }, index): Attached[] =>
    picture === null
      ? []
      : (['png', 'svg'] as const).map((type) => ({
          name: `boards/${names[index]}.${type}`,
          path: join(folder, picture[type]),
        })),
  )
  const missing = names.filter((_, index) => wanted[index]?.picture === null)
  if (missing.length === 0) return files
  const text = [say('boardsMissing'), '', ...missing.map((name) => `- ${name}`), ''].join('\r\n')
  return [...files, { name: `boards/${say('readMeFile')}.txt`, text: `\ufeff${text}` }]
}
