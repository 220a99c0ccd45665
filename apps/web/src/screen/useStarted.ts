/** Whether somebody has started the screen: remembered in this window, so that a page that loads anew goes on. */
import { useCallback, useState } from 'react'

const rememberedAs = 'bordet.screen.started'

export function useStarted(): { hasStarted: boolean; setStarted: () => void } {
  const [hasStarted, setHasStarted] = useState(() => sessionStorage.getItem(rememberedAs) !== null)
  const setStarted = useCallback(() => {
    sessionStorage.setItem(rememberedAs, 'yes')
    setHasStarted(true)
  }, [])
  return { hasStarted, setStarted }
}
