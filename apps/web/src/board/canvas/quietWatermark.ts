/**
 * tldraw's watermark asks its maker's server for a picture when a page on https has no key. The content policy stops
 * that, as it should; 3.15.6 then leaves the failure unhandled. The watermark itself is left exactly as it is.
 */
export function quietWatermark(): () => void {
  const quiet = (event: PromiseRejectionEvent) => {
    const { reason }: { reason: unknown } = event
    if (reason instanceof TypeError && /fetch|network|load failed/i.test(reason.message))
      event.preventDefault()
  }
  addEventListener('unhandledrejection', quiet)
  return () => removeEventListener('unhandledrejection', quiet)
}
