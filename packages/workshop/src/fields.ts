/**
 * A card's fields as the text of its note, one line each (`What: the bus`), and taken apart again for editing: a note
 * is text wherever it goes, on paper and in the harvest too. Pure and small, since phones load it.
 */

/** Fields without a value are left out; a value is one line. */
export function composeFields(fields: readonly string[], values: readonly string[]): string {
  return fields
    .map((field, index) => [field, oneLine(values[index] ?? '')])
    .filter(([, value]) => value !== '')
    .map(([field, value]) => `${field}: ${value}`)
    .join('\n')
}

/**
 * One value for each field. Lines that begin with no field's name, since somebody wrote on the board, belong to the
 * field above them, and before the first to the first: no word is lost.
 */
export function takeFieldsApart(fields: readonly string[], text: string): string[] {
  const values = fields.map(() => '')
  let at = 0
  for (const line of text.split('\n')) {
    const found = fieldOf(fields, values, line)
    if (found !== null) at = found
    const words = found === null ? line : line.slice((fields[found]?.length ?? 0) + 1)
    values[at] = oneLine(`${values[at] ?? ''} ${words}`)
  }
  return values
}

/** The field whose name the line begins with, if it has no value yet: a value may look like a field. */
function fieldOf(fields: readonly string[], values: readonly string[], line: string): number | null {
  const index = fields.findIndex((field, at) => values[at] === '' && line.startsWith(`${field}:`))
  return index === -1 ? null : index
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
