import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError, newOpId, OfflineError, request } from './api.ts'

const answerWith = (body: string, status: number) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })))

describe('asking the server', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('hands back what a good answer says', async () => {
    answerWith('{"version":3}', 200)
    expect(await request('/api/x')).toEqual({ version: 3 })
  })

  it('turns a problem into its code', async () => {
    answerWith('{"code":"workshopNotOpen"}', 409)
    const error = await request('/api/x').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ code: 'workshopNotOpen', status: 409 })
  })

  it.each([
    ['a login page of the venue', '<html>Log in</html>', 200],
    ['a refusal that is not ours', '<html>Forbidden</html>', 403],
    ['JSON without a code', '{"error":"no"}', 404],
    ['nothing at all', 'null', 401],
    ['a server that stumbled', '{"code":"internal"}', 500],
  ])(
    'takes %s for being offline, since it says nothing about what was asked',
    async (_name, body, status) => {
      answerWith(body, status)
      await expect(request('/api/x')).rejects.toBeInstanceOf(OfflineError)
    },
  )

  it('makes ids that are UUIDs of version 4, each a new one', () => {
    const ids = Array.from({ length: 50 }, newOpId)
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(ids).size).toBe(50)
  })
})
