import { once } from 'node:events'
import { connect } from 'node:net'
import fastify from 'fastify'
import { expect, it, onTestFinished } from 'vitest'
import { cutDawdlers } from './cutDawdlers.ts'

it('cuts off a body that does not come to its end, unless the route gives it the time', async () => {
  const app = fastify({ forceCloseConnections: true })
  onTestFinished(() => app.close())
  cutDawdlers(app, 50)
  app.post('/usual', async () => 'taken')
  app.post('/large', { config: { bodyMs: 60_000 } }, async () => 'taken')
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  const send = async (path: string) => {
    const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8')
    await once(socket, 'connect')
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 6\r\n\r\n"ab`,
    )
    let answer = ''
    socket.on('data', (text: string) => (answer += text))
    const ended = Promise.race([once(socket, 'close'), once(socket, 'error')]).then(() => answer)
    return { socket, ended }
  }
  const large = await send('/large')
  const usual = await send('/usual')
  expect(await usual.ended).toBe('')
  large.socket.write('cd"')
  expect(await large.ended).toMatch(/^HTTP\/1\.1 200 .*taken$/s)
})
