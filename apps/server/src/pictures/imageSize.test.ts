import fc from 'fast-check'
import { expect, it } from 'vitest'
import { imageFacts } from './imageSize.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEElEQVR4nGNgYGD4D8VQAAAdBAH/mVVYQAAAAABJRU5ErkJggg==',
  'base64',
)
const jpeg = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0001108012c01900301220002110103110100',
  'hex',
)
const webp = Buffer.from('524946462400000057454250565038580a000000000000008f01002b0100000000000000', 'hex')

it('reads the size of PNG, JPEG and WebP', () => {
  expect(imageFacts(png)).toEqual({ type: 'png', width: 2, height: 3 })
  expect(imageFacts(jpeg)).toEqual({ type: 'jpg', width: 400, height: 300 })
  expect(imageFacts(webp)).toEqual({ type: 'webp', width: 400, height: 300 })
})

it('takes nothing else for a picture, and never throws', () => {
  expect(imageFacts(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toBeNull()
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 80 }),
      fc.constantFrom('', 'ffd8ff', '52494646'),
      (bytes, start) => {
        const found = imageFacts(Buffer.concat([Buffer.from(start, 'hex'), bytes]))
        expect(found === null || found.width > 0).toBe(true)
      },
    ),
  )
})
