/**
 * A screen hangs in a hall for days. When the server comes back with a new build, the page loads itself anew, because
 * nobody stands beside it to do so.
 */
import type { Link } from '@bordet/client'
import { useEffect, useState } from 'react'
import { builtFiles } from './builtFiles.ts'

/** What the page was last loaded anew for: once for each build, should anything make them differ for ever. */
const rememberedAs = 'bordet.screen.build'

export function useNewBuild(link: Link): void {
  // Read before the page loads anything later, which would add to its head.
  const [opened] = useState(() => builtFiles(document.documentElement.outerHTML))
  useEffect(() => {
    if (link !== 'live' || opened === null) return
    let isCurrent = true
    const look = async () => {
      const files = await askBuiltFiles()
      if (!isCurrent || files === null || files === opened) return
      if (sessionStorage.getItem(rememberedAs) === files) return
      sessionStorage.setItem(rememberedAs, files)
      location.reload()
    }
    void look()
    return () => {
      isCurrent = false
    }
  }, [link, opened])
}

/** Null when the answer says nothing about the build. */
async function askBuiltFiles(): Promise<string | null> {
  try {
    const answer = await fetch(location.pathname, { cache: 'no-store', credentials: 'omit' })
    return answer.ok ? builtFiles(await answer.text()) : null
  } catch {
    return null
  }
}
