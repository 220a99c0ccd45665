/** What tldraw wants to know of its user; constants of this page, so that nothing is kept in the browser. */
import { useMemo } from 'react'
import { useTldrawUser, type TLUser, type TLUserPreferences } from 'tldraw'
import { useBoard } from '../boardContext.ts'

export function useEditorUser(): TLUser {
  const { language } = useBoard()
  const userPreferences = useMemo((): TLUserPreferences => {
    const theme = document.documentElement.dataset['theme']
    return {
      id: 'this-device',
      locale: language === 'nb' ? 'no' : language,
      colorScheme: theme === 'dark' || theme === 'light' ? theme : 'system',
      animationSpeed: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 1,
      areKeyboardShortcutsEnabled: false,
    }
  }, [language])
  return useTldrawUser({ userPreferences, setUserPreferences: ignore })
}

const ignore = () => {}
