/** A page made ready to stand in a frame without an address of its own (`srcdoc`). */

/**
 * There, `#part` would be looked up below the address of the page around it and lead the frame away to an error page:
 * links within become links within the frame's own document, all others open beside it.
 */
export function inFrame(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const link of page.querySelectorAll('a[href]')) {
    const to = link.getAttribute('href') ?? ''
    if (to.startsWith('#')) link.setAttribute('href', `about:srcdoc${to}`)
    else {
      link.setAttribute('target', '_blank')
      link.setAttribute('rel', 'noreferrer')
    }
  }
  return `<!doctype html>${page.documentElement.outerHTML}`
}
