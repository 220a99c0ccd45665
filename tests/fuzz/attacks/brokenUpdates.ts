/** Updates made by hand for what they would do to Yjs or to others: one kind each, refused by the gate. */
import { writeUpdate } from '../../../packages/sync/src/messages.ts'
import type { Attack, Field } from '../attack.ts'
import { bytesOf } from '../craftedBytes.ts'
import { sendEachAlone } from '../sendEach.ts'

/** `update`: the i-th one; `client`: an id that nobody has used. */
function refused(name: string, update: (field: Field, client: number, i: number) => Uint8Array): Attack {
  return {
    name,
    closedWith: [4400],
    run: (field) =>
      sendEachAlone(field, (i) =>
        writeUpdate(update(field, 3_000_000_000 + field.random.below(1_000_000_000), i)),
      ),
  }
}

export const brokenUpdates: readonly Attack[] = [
  refused('30 million structs in ten bytes', (_field, client) => bytesOf(1, 30_000_000, client, 0)),
]
