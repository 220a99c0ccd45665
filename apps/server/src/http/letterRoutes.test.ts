/** Letters over HTTP: who gets them, to whom they go, and where they lead. What stands on them is tested in the print package. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { startTestServer } from '../testing/startTestServer.ts'

it('go to those who gave a postal address, for the organiser alone, and lead to the harvest', async () => {
  const server = await startTestServer({ publicUrl: 'https://bordet.lindasa.example' })
  const { id, keys, joinCode } = await server.create()
  await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const path = `/api/workshops/${id}/letters`
  const key = server.organiserKey
  expect(await server.call(path, { key })).toMatchObject({ status: 409, body: { code: 'nobodyAsked' } })
  const anna = await server.join(joinCode)
  await server.command(id, anna.key, { type: 'giveContact', email: 'anna@example.org' })
  for (const name of ['Bo Ek', 'Eva Ny'])
    await server.command(id, keys.helper, {
      type: 'giveContact',
      postal: `${name}\nStorgatan 1\n343 71 Diö`,
      language: 'da',
    })
  for (const other of [keys.facilitator, keys.helper, anna.key])
    expect((await server.call(path, { key: other })).status).toBe(403)
  expect((await server.call(`${path}?size=huge`, { key })).status).toBe(400)
  for (const size of ['normal', 'large']) {
    const response = await fetch(`${server.url}${path}?size=${size}`, {
      headers: { authorization: `Bearer ${key}` },
    })
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const pages = await readPages(new Uint8Array(await response.arrayBuffer()))
    const text = pages.join('\n')
    expect(pages.filter((page) => page.includes('Opsamlingen fra World Café i Lindåsa'))).toHaveLength(2)
    for (const name of ['Bo Ek', 'Eva Ny']) expect(text).toContain(name)
    expect(text).not.toContain('anna@example.org')
    const address = /bordet\.lindasa\.example(\/r\/\d{6}\/\w{4}-\w{4}-\w{4})/.exec(text)?.[1] ?? ''
    const page = await (await fetch(`${server.url + address}?lang=sv`)).text()
    const [, report = ''] = /class="main" href="([^"]+)"/.exec(page) ?? []
    const whole = await fetch(new URL(report.replaceAll('&#38;', '&'), server.url))
    expect(whole.headers.get('content-disposition')).toMatch(/^inline/)
    expect(whole.headers.get('content-security-policy')).toContain('sandbox')
    expect(await whole.text()).toContain('Alla lappar ordagrant')
  }
  const withReport = await fetch(`${server.url}${path}?size=large&with=report`, {
    headers: { authorization: `Bearer ${key}` },
  })
  const pages = await readPages(new Uint8Array(await withReport.arrayBuffer()))
  expect(pages.filter((page) => page.includes('Alle sedler'))).toHaveLength(2)
  expect(pages.filter((page) => page.trim() === '')).toEqual([])
  expect(pages.join()).toContain('Hele rapporten følger med brevet.')
}, 60_000)

async function readPages(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: bytes, verbosity: 0 })
  const document = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    )
  }
  await task.destroy()
  return pages
}
