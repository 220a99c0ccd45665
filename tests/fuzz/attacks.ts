/** All attacks, in the order in which they are carried out. A new one is one entry here. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Attack } from './attack.ts'
import { brokenUpdates } from './attacks/brokenUpdates.ts'
import { connections } from './attacks/connections.ts'
import { floods } from './attacks/floods.ts'
import { heavyUpdates } from './attacks/heavyUpdates.ts'
import { mangledFrames } from './attacks/mangledFrames.ts'
import { presence } from './attacks/presence.ts'

export const attacks: readonly Attack[] = [
  { name: 'nobody attacks', most: 1, run: () => wait(1000) },
  ...mangledFrames,
  ...brokenUpdates,
  ...heavyUpdates,
  ...presence,
  ...floods,
  ...connections,
]
