/** The attackers, in a process of their own: what they compute must not delay the honest pages' clocks. */
import { setPriority } from 'node:os'
import { attacks } from './attacks.ts'
import { openField, type AttackReport } from './attackField.ts'
import { isOrder, type AttackOrder } from './startAttackers.ts'

setPriority(10)
process.on('disconnect', () => process.exit(0))

process.on('message', (order: unknown) => {
  if (!isOrder(order)) throw new Error('No order')
  void carryOut(order).then((report) => process.send?.(report))
})

async function carryOut({ name, port, seed, frames, seeded }: AttackOrder): Promise<AttackReport> {
  const attack = attacks.find((one) => one.name === name)
  if (!attack) throw new Error(`No attack is called ${name}`)
  const field = await openField({ port, seed, frames, seeded: Buffer.from(seeded, 'base64') })
  let failed: string | null = null
  try {
    await attack.run(field)
  } catch (error) {
    failed = error instanceof Error ? error.message : String(error)
  }
  field.close()
  return { ...field.report(), failed }
}
