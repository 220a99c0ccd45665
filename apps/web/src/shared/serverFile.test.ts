import { expect, it } from 'vitest'
import { fileNameIn } from './serverFile.ts'

it('prefers the readable file name, and takes the plain one without it', () => {
  expect(
    fileNameIn(`attachment; filename="Skord.docx"; filename*=UTF-8''Sk%C3%B6rd%20Lind%C3%A5sa.docx`),
  ).toBe('Skörd Lindåsa.docx')
  expect(fileNameIn('attachment; filename="harvest.csv"')).toBe('harvest.csv')
  expect(fileNameIn(null)).toBeNull()
})
