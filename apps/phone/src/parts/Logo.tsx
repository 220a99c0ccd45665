/** The product's name with its mark: a table and six seats, the host's square. */
export function Logo() {
  return (
    <span class="logo">
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <rect x="42" y="3" width="16" height="16" rx="3" />
        {[60, 120, 180, 240, 300].map((degrees) => {
          const angle = ((degrees - 90) * Math.PI) / 180
          return <circle key={degrees} cx={50 + 39 * Math.cos(angle)} cy={50 + 39 * Math.sin(angle)} r="8" />
        })}
        <circle cx="50" cy="50" r="25" />
      </svg>
      Bordet
    </span>
  )
}
