/** The participant's page starts here: reads the address, fetches the words, shows the page. */
import { render } from 'preact'
import { readAddress } from './address.ts'
import { App } from './App.tsx'
import { openSeatEarly } from './seat/openSeat.ts'
import { firstLanguage, loadWords } from './words.ts'
import './phone.css'

async function start(): Promise<void> {
  const page = document.getElementById('page')
  if (!page) return
  const address = readAddress(location)
  if (address.at === 'seat') openSeatEarly(address.who)
  const words = await loadWords(firstLanguage()).catch(() => null)
  // Cut off half-way: a new page tries again, with whatever else may have been cut.
  if (!words) return void setTimeout(() => location.reload(), 4_000)
  render(<App address={address} words={words} />, page)
  // Where the page is secure it opens without a network from now on.
  if (import.meta.env.PROD) void navigator.serviceWorker?.register('/sw.js').catch(() => {})
  // Another link opened in the same tab is another seat.
  window.addEventListener('hashchange', () => location.reload())
}

void start()
