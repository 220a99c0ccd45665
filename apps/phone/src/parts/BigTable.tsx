import type { TableView } from '@bordet/workshop'
import { useWords } from '../words.ts'
import { TableMark } from './TableMark.tsx'

/** A heading that ends in a table's number, drawn as large as it gets: "Gå nu till bord" and the table. */
export function BigTable({ says, table }: { says: 'move' | 'yourTable' | 'afterBreak'; table: TableView }) {
  const { say } = useWords()
  return (
    <h1 tabIndex={-1}>
      {say(says, { n: '' })}
      <span class="big">
        <TableMark table={table} isNamed />
      </span>
    </h1>
  )
}
