/**
 * Keeps the participant's page on the phone, so that it opens without a network after the first visit. Only where the
 * page is secure; over a hall's plain http the browser has no such thing, and nothing else depends on it. The build
 * puts in what belongs to this version: `FILES` and `VERSION`.
 */
const cacheName = `bordet-${VERSION}`
const page = '/'
/** A full hall's Wi-Fi: then what is kept here is the better answer. */
const patienceMs = 4_000

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll([page, ...FILES]))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.startsWith('/assets-phone/')) event.respondWith(fromHere(request))
  else if (request.mode === 'navigate' && /^\/(?:$|j\/|p\/)/.test(pathname))
    event.respondWith(fromThere(request))
})

/** Files never change under one name. */
async function fromHere(request) {
  return (await caches.match(request)) ?? fetch(request)
}

/** A new build reaches the phone at its next visit; without an answer the page that is here will do. */
async function fromThere(request) {
  const kept = () => caches.match(page, { cacheName })
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs, null))
  try {
    const answer = await Promise.race([fetch(request), late])
    if (answer?.ok) return answer
    return (await kept()) ?? answer ?? fetch(request)
  } catch (error) {
    const page = await kept()
    if (page) return page
    throw error
  }
}
