import type { RememberedSeat } from '../rememberedSeats.ts'
import { useWords } from '../words.ts'

/** One button for each seat taken with this phone: parent and child may share it. */
export function SeatButtons({
  seats,
  onPick,
}: {
  seats: readonly RememberedSeat[]
  onPick(seat: RememberedSeat): void
}) {
  const { say } = useWords()
  return (
    <>
      {seats.map((seat) => (
        <button class="btn again" type="button" key={seat.key} onClick={() => onPick(seat)}>
          {seat.name && `${seat.name}: `}
          {say('continueAt', { table: seat.table })}
        </button>
      ))}
    </>
  )
}
