/** By its first letter, as browsers do for `dir="auto"`. */
export function isRightToLeft(text: string): boolean {
  const firstLetter = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    firstLetter,
  )
}
