/** What a link of ours carries: the workshop in the path, the key in the fragment, where no server and no log sees it. */
import type { Credentials } from '@bordet/client'

/** `/facilitate/<workshopId>#<key>` → its two parts; null when the link lacks one. */
export function readAddress(address: { pathname: string; hash: string }): Credentials | null {
  const workshopId = address.pathname.split('/')[2]
  const key = address.hash.slice(1)
  return workshopId && key ? { workshopId: decodeURIComponent(workshopId), key } : null
}

/** `PUBLIC_URL` without the scheme, as it is read aloud and typed. */
export function shortAddress(url: string): string {
  return new URL(url, location.href).host
}

/** 482913 → "482 913", which is read and typed in two breaths. */
export function spacedCode(code: string): string {
  return code.replace(/^(\d{3})(\d{3})$/, '$1 $2')
}
