/** Asks the browser to keep the picture awake. Only secure pages may ask; on a hall's plain http nobody can. */
import { useEffect, useState } from 'react'

/** `impossible`: the computer's own settings decide, and somebody has to look at them. */
export type Awake = 'kept' | 'asked' | 'impossible'

const askAgainMs = 30_000

export function useWakeLock(): Awake {
  const [awake, setAwake] = useState<Awake>(() => ('wakeLock' in navigator ? 'asked' : 'impossible'))
  useEffect(() => {
    if (!('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let isGone = false
    const ask = async () => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return
      try {
        lock = await navigator.wakeLock.request('screen')
        if (isGone) return void lock.release()
        lock.addEventListener('release', () => setAwake('asked'))
        setAwake('kept')
      } catch {
        // Low battery or a policy, which may pass.
        setAwake('asked')
      }
    }
    void ask()
    // The browser takes the lock back whenever the page is hidden, and may do so when the battery runs low.
    document.addEventListener('visibilitychange', ask)
    const timer = setInterval(() => void ask(), askAgainMs)
    return () => {
      isGone = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }, [])
  return awake
}
