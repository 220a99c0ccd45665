/** Starts attackerProcess.ts and gives it its orders, one after the other. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { AttackReport } from './attackField.ts'

export interface AttackOrder {
  name: string
  port: number
  seed: number
  frames: number
  /** Base64. */
  seeded: string
}

export interface Attackers extends AsyncDisposable {
  attack(order: AttackOrder): Promise<AttackReport>
}

export function startAttackers(): Attackers {
  const child = fork(join(import.meta.dirname, 'attackerProcess.ts'), { execArgv: [] })
  const ended = once(child, 'exit')
  return {
    async attack(order) {
      child.send(order)
      const [report]: unknown[] = await Promise.race([once(child, 'message'), ended])
      if (!isReport(report)) throw new Error(`The attackers broke down at: ${order.name}`)
      return report
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

export function isOrder(message: unknown): message is AttackOrder {
  return typeof message === 'object' && message !== null && 'name' in message && 'seeded' in message
}

function isReport(message: unknown): message is AttackReport {
  return typeof message === 'object' && message !== null && 'sent' in message && 'ends' in message
}
