/** The few things the outbox needs of IndexedDB, as promises. The idb library does the same in three times the bytes. */

/** Opens the database, makes it on the first visit. */
export function openDatabase(name: string, make: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.addEventListener('upgradeneeded', () => make(request.result))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}

/**
 * Reads the rows of an index, hands them to `edit`, writes the difference, all in one transaction. Resolves when the
 * browser says that it is stored.
 */
export function changeRows<Row extends object>(
  database: IDBDatabase,
  where: { store: string; index: string; value: string; keyOf(row: Row): string },
  edit: (rows: readonly Row[]) => readonly Row[],
): Promise<readonly Row[]> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(where.store, 'readwrite')
    const store = transaction.objectStore(where.store)
    const reading: IDBRequest<Row[]> = store.index(where.index).getAll(where.value)
    let after: readonly Row[] = []
    reading.addEventListener('success', () => {
      const before = reading.result
      after = edit(before)
      const standing = new Set(after.map(where.keyOf))
      for (const row of before) if (!standing.has(where.keyOf(row))) store.delete(where.keyOf(row))
      for (const row of after) if (!before.includes(row)) store.put(row)
    })
    transaction.addEventListener('complete', () => resolve(after))
    transaction.addEventListener('abort', () => reject(transaction.error))
  })
}
