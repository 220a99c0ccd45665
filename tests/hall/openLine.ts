/** A line to a server that can be slow and can break, as the Wi-Fi of a village hall: bytes in the middle of an answer are lost. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface Line extends AsyncDisposable {
  url: string
  /** Of what comes down, for every connection from now on. */
  slow(bytesPerSecond: number): void
  /** Everything that is open breaks, and nothing opens. */
  cut(): void
  mend(): void
}

const turnMs = 50

export async function openLine(serverUrl: string): Promise<Line> {
  const { hostname, port } = new URL(serverUrl)
  const open = new Set<Socket>()
  let isCut = false
  let perSecond = Infinity
  const proxy = createServer((near) => {
    if (isCut) return void near.destroy()
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.on('data', (bytes: Buffer) => {
      near.write(bytes)
      if (perSecond === Infinity) return
      far.pause()
      setTimeout(() => far.resume(), Math.max(turnMs, (bytes.length / perSecond) * 1000))
    })
    return undefined
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  const breakAll = () => open.forEach((socket) => socket.destroy())
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    slow: (bytesPerSecond) => void (perSecond = bytesPerSecond),
    cut() {
      isCut = true
      breakAll()
    },
    mend: () => void (isCut = false),
    async [Symbol.asyncDispose]() {
      breakAll()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}
