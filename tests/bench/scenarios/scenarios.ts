/** All scenarios, in the order in which they are run and shown. */
import { capacity } from './capacity.ts'
import { cockpit } from './cockpit.ts'
import { cursors } from './cursors.ts'
import { durability } from './durability.ts'
import { fanOut } from './fanOut.ts'
import { harvest } from './harvest.ts'
import { joinStorm } from './joinStorm.ts'
import { memory } from './memory.ts'
import { noteToBoard } from './noteToBoard.ts'
import { rotation } from './rotation.ts'
import type { Scenario } from './scenario.ts'
import { tables } from './tables.ts'
import { web } from './web.ts'
import { wifiBlip } from './wifiBlip.ts'

export const scenarios: readonly Scenario[] = [
  fanOut,
  tables,
  cursors,
  joinStorm,
  wifiBlip,
  memory,
  capacity,
  durability,
  noteToBoard,
  cockpit,
  rotation,
  web,
  harvest,
]
