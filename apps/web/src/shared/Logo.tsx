/** The product's name with its mark: a table seen from above. */
const seats = [
  [83.8, 30.5],
  [83.8, 69.5],
  [50, 89],
  [16.2, 69.5],
  [16.2, 30.5],
] as const

export function Logo() {
  return (
    <span className="logo">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <rect x="42" y="3" width="16" height="16" rx="3" />
        {seats.map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="8" />
        ))}
        <circle cx="50" cy="50" r="25" />
      </svg>
      Bordet
    </span>
  )
}
