/** What the page's address says: which door, or whose seat. */
import type { Credentials } from '@bordet/client'

export type Address =
  { at: 'door'; code: string | null; table: number | null } | { at: 'seat'; who: Credentials }

export function readAddress({
  pathname,
  search,
  hash,
}: Pick<Location, 'pathname' | 'search' | 'hash'>): Address {
  const seat = /^\/p\/([\w-]+)\/?$/.exec(pathname)
  const key = hash.slice(1)
  if (seat?.[1] && key) return { at: 'seat', who: { workshopId: seat[1], key } }
  const code = /^\/j\/(\d{6})\/?$/.exec(pathname)
  const table = Number(new URLSearchParams(search).get('table'))
  return {
    at: 'door',
    code: code?.[1] ?? null,
    table: Number.isInteger(table) && table >= 1 && table <= 100 ? table : null,
  }
}

/** Holds all that is needed to come back, so that several people can use one browser. */
export function seatAddress({ workshopId, key }: Credentials): string {
  return `/p/${workshopId}#${key}`
}
