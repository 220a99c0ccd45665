/** The key of tldraw's maker, if the server has one. Without it everything works, with the watermark. */
import { request } from '@bordet/client'
import { useEffect, useState } from 'react'

const patienceMs = 2_000

/** Undefined while it is being asked for, since the editor takes it only once. */
export function useLicenseKey(): string | null | undefined {
  const [key, setKey] = useState<string | null>()
  useEffect(() => {
    request<{ tldrawLicenseKey?: string | null }>('/api/client-config', { timeoutMs: patienceMs }).then(
      (config) => setKey(config.tldrawLicenseKey || null),
      () => setKey(null),
    )
  }, [])
  return key
}
