/** The desk's store of words that are not saved yet, and what sends those that no open field looks after. */
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { useCockpit } from '../cockpitContext.ts'
import { createDraftStore, type DraftStore } from './draftStore.ts'

export const DraftContext = createContext<DraftStore | null>(null)

export function useDrafts(): DraftStore {
  const store = useContext(DraftContext)
  if (!store) throw new Error('A text of the report stands outside its desk.')
  return store
}

const againMs = 5_000

/** For the desk itself: the store, and how many texts wait in it. */
export function useDraftStore(): { store: DraftStore; waiting: number } {
  const { who, commands, link } = useCockpit()
  const [store] = useState(() => createDraftStore(who.workshopId, localStore()))
  const waiting = useSyncExternalStore(store.follow, store.count)
  const { sendWords } = commands
  const isLive = link === 'live'
  useEffect(() => {
    if (!isLive) return
    const sendNow = () => void store.sendLoose(sendWords)
    sendNow()
    const unfollow = store.follow(sendNow)
    const timer = setInterval(sendNow, againMs)
    return () => {
      unfollow()
      clearInterval(timer)
    }
  }, [store, sendWords, isLive])
  return { store, waiting }
}

/** Null where the browser keeps nothing for pages. */
function localStore(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
