/** A phone, or a window as narrow as one: there the board is a list first. */
import { useSyncExternalStore } from 'react'

const query = matchMedia('(max-width: 759px)')

export function useIsNarrow(): boolean {
  return useSyncExternalStore(watch, () => query.matches)
}

function watch(listener: () => void): () => void {
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
