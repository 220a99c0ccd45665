/** A line icon beside words that say the same. `name` may come from a template; what is unknown shows nothing. */
export function Icon({ name }: { name: string }) {
  return (
    <svg class="i" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  )
}
