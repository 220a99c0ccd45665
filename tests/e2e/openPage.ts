/** Opens pages as people would, and holds what must be true of every one: no request to any other host, no error. */
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'

export interface Watch {
  foreign: string[]
  errors: string[]
}

/** Contexts that end with the test; what their pages asked of other hosts, and which errors they threw. */
export function createVisitors(browser: Browser, origin: () => string) {
  const watch: Watch = { foreign: [], errors: [] }
  const contexts: BrowserContext[] = []

  const visitor = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> => {
    const context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm', ...options })
    contexts.push(context)
    context.on('request', (request) => {
      const url = new URL(request.url())
      if (url.protocol.startsWith('http') && url.origin !== origin()) watch.foreign.push(url.href)
    })
    context.on('weberror', (error) => watch.errors.push(error.error().message))
    return context
  }

  return {
    visitor,
    /** A phone in somebody's hand. */
    async phone(): Promise<Page> {
      const context = await visitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
      return context.newPage()
    },
    async screen(width = 1440, height = 900): Promise<Page> {
      const context = await visitor({ viewport: { width, height }, acceptDownloads: true })
      return context.newPage()
    },
    expectNothingForeign() {
      expect(watch.foreign).toEqual([])
      expect(watch.errors).toEqual([])
    },
    async close() {
      for (const context of contexts) await context.close()
    },
  }
}

/** Links carry the address in the local network; the tests stay on loopback. */
export function onLoopback(link: string, origin: string): string {
  const url = new URL(link)
  return `${origin}${url.pathname}${url.search}${url.hash}`
}
