import { expect, it } from 'vitest'
import { builtFiles } from './builtFiles.ts'

const page = (hash: string) =>
  `<script type="module" src="/assets-web/screen-${hash}.js"></script><link href="/assets-web/screen-x.css">`

it('tells one build from another, and the same build from nothing', () => {
  expect(builtFiles(page('a'))).toBe('/assets-web/screen-a.js /assets-web/screen-x.css')
  expect(builtFiles(page('a'))).toBe(builtFiles(page('a')))
  expect(builtFiles(page('b'))).not.toBe(builtFiles(page('a')))
})

it('makes nothing of the login page of a venue', () => {
  expect(builtFiles('<html><script src="/portal.js"></script></html>')).toBeNull()
})
