/** The product's name with its mark, a table and six seats; the drawing stands in the page beside the icons. */
export function Logo() {
  return (
    <span class="logo">
      <svg aria-hidden="true">
        <use href="#i-logo" />
      </svg>
      Bordet
    </span>
  )
}
