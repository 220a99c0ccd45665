/** Boards in real time: rooms, members, the gate, saving. Pure: storage, clock and sockets are given from outside. */
export type { Clock } from './clock.ts'
export { closeCodes, isWorthReconnecting, type CloseCode } from './closeCodes.ts'
export { buildDoc } from './buildDoc.ts'
export { encodeBoard, type EncodeBoard } from './encodeBoard.ts'
export {
  BoardUnknown,
  RoomNotReady,
  type BoardAccess,
  type DurableBoard,
  type JoinOptions,
  type Member,
  type Persist,
  type Room,
} from './room.ts'
export {
  createRooms,
  type BoardEdit,
  type PersistAll,
  type RoomLog,
  type Rooms,
  type RoomsOptions,
} from './rooms.ts'
export { createPace, type Pace, type PaceLimits } from './pace.ts'
export { nobodyElse, type News, type Relay } from './relay.ts'
export type { Socket } from './socket.ts'
export { BoardDamaged, type BoardStorage, type Claim, type StoredBoard } from './storage.ts'
