/**
 * Turns a catalogue into functions that say its phrases. A phrase is a string with `{name}` holes, or, where a
 * number decides the wording, one string per plural category of `Intl.PluralRules` chosen by the hole `n`.
 */
import type { Language } from './language.ts'

export type Phrase = string | { readonly one: string; readonly other: string }
export type Catalogue = Readonly<Record<string, Phrase>>
/** The shape a translation must have: the same keys as the Swedish original, any wording. */
export type Translation<C extends Catalogue> = { readonly [K in keyof C]: Phrase }
export type Holes = Readonly<Record<string, string | number>>
export type Say<C extends Catalogue> = (key: keyof C & string, holes?: Holes) => string

/**
 * `say('notes', {n: 3})`. Numbers are written as the language writes them; a hole without a value stays as it
 * stands, so that a missing value is seen at once.
 */
export function speak<C extends Catalogue>(catalogue: Translation<C>, language: Language): Say<C> {
  const plural = new Intl.PluralRules(language)
  const number = new Intl.NumberFormat(language)
  return (key, holes = {}) => {
    const phrase: Phrase = catalogue[key]
    const pattern =
      typeof phrase === 'string'
        ? phrase
        : phrase[plural.select(Number(holes['n'])) === 'one' ? 'one' : 'other']
    return fill(pattern, holes, number)
  }
}

function fill(pattern: string, holes: Holes, number: Intl.NumberFormat): string {
  return pattern.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = holes[name]
    if (value === undefined) return hole
    return typeof value === 'number' ? number.format(value) : value
  })
}
