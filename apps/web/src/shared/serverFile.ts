/** Fetches a file that the server writes for us and hands it to the browser's downloads. */
import type { Credentials } from '@bordet/client'

export interface ServerFile {
  name: string
  blob: Blob
}

/** `path` below the workshop, such as `print?what=all`. `fallbackName` is for an answer that names no file. */
export function fetchServerFile(
  who: Credentials,
  path: string,
  fallbackName: string,
  signal?: AbortSignal,
): Promise<ServerFile> {
  return fetchFile(
    who.key,
    `/api/workshops/${encodeURIComponent(who.workshopId)}/${path}`,
    fallbackName,
    signal,
  )
}

/** Any file of the server's that the key opens. */
export async function fetchFile(
  key: string,
  address: string,
  fallbackName: string,
  signal?: AbortSignal,
): Promise<ServerFile> {
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${key}` },
    cache: 'no-store',
    credentials: 'omit',
    ...(signal ? { signal } : {}),
  })
  if (!response.ok) throw new Error(`status ${response.status}`)
  const name = fileNameIn(response.headers.get('content-disposition')) ?? fallbackName
  return { name, blob: await response.blob() }
}

/** The readable name of RFC 6266 (`filename*`), else the plain one. */
export function fileNameIn(disposition: string | null): string | null {
  if (!disposition) return null
  const readable = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (readable) return decodeURIComponent(readable)
  return /filename\s*=\s*"?([^";]+)"?/i.exec(disposition)?.[1] ?? null
}

export function saveFile({ name, blob }: ServerFile): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own hold on the blob once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
