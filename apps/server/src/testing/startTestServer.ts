/** A whole server in this process for one test: free port, data folder of its own, torn down when the test ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ask, View } from '@bordet/workshop'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { startServer } from '../main.ts'

export interface Answered {
  status: number
  headers: Headers
  body: unknown
}

const createdSchema = z.object({
  id: z.string(),
  joinCode: z.string(),
  keys: z.object({
    facilitator: z.string(),
    screen: z.string(),
    helper: z.string(),
    tables: z.array(z.object({ number: z.number(), key: z.string() })),
  }),
  boards: z.object({ hall: z.string(), tables: z.array(z.string()) }),
})
export type Created = z.infer<typeof createdSchema>

const joinedSchema = z.object({
  workshopId: z.string(),
  personId: z.string(),
  key: z.string(),
  table: z.number(),
})
export type Joined = z.infer<typeof joinedSchema>

const commandAnswerSchema = z.object({
  version: z.number(),
  noteId: z.string().optional(),
  personId: z.string().optional(),
})

export async function startTestServer(
  options: { publicUrl?: string; dataDir?: string; mail?: Config['mail'] } = {},
) {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'bordet-test-'))
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    publicUrl: options.publicUrl ?? null,
    dataDir,
    organiserKey: null,
    tldrawLicenseKey: null,
    mail: options.mail ?? null,
    logLevel: 'silent',
    language: 'en',
  })
  let closed = false
  const close = async () => {
    if (closed) return
    closed = true
    await server.close()
  }
  onTestFinished(async () => {
    await close()
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
  })
  return { ...client(server.address, server.organiserKey), dataDir, close }
}

export type TestClient = ReturnType<typeof client>

/** Asks a server over real HTTP, wherever it runs. */
export function client(url: string, organiserKey: string) {
  const call = async (
    path: string,
    init: { key?: string; body?: unknown; method?: string } = {},
  ): Promise<Answered> => {
    const { key, body } = init
    const response = await fetch(url + path, {
      method: init.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  }

  const ask = (workshopId: string, key: string, command: Ask & { opId?: string }) =>
    call(`/api/workshops/${workshopId}/commands`, { key, body: { opId: crypto.randomUUID(), ...command } })

  return {
    url,
    organiserKey,
    call,
    ask,
    /** Asks, and fails the test when the answer is a refusal. */
    async command(workshopId: string, key: string, command: Ask & { opId?: string }) {
      const { status, body } = await ask(workshopId, key, command)
      if (status !== 200) throw new Error(`${command.type}: ${status} ${JSON.stringify(body)}`)
      return commandAnswerSchema.parse(body)
    },
    async create(more: Record<string, unknown> = {}): Promise<Created> {
      const body = {
        templateId: 'world-cafe-service',
        sessionId: 'A1',
        title: 'World Café i Lindåsa',
        place: 'Lindåsa',
        language: 'sv',
        tables: 3,
        ...more,
      }
      return createdSchema.parse((await call('/api/workshops', { key: organiserKey, body })).body)
    },
    async join(code: string, more: Record<string, unknown> = {}): Promise<Joined> {
      return joinedSchema.parse((await call('/api/join', { body: { code, ...more } })).body)
    },
    async view(workshopId: string, key: string): Promise<View> {
      const response = await fetch(`${url}/api/workshops/${workshopId}/state`, {
        headers: { authorization: `Bearer ${key}` },
      })
      const view: View = JSON.parse(await response.text())
      return view
    },
  }
}
