import { mkdtempSync, writeFileSync } from 'node:fs'
import { startServer } from '../hall/startServer.ts'
import * as stories from './stories.ts'
const server = await startServer({
  dataDir: mkdtempSync('/tmp/h4-data-'),
  env: { LOG_LEVEL: 'error', X: '1' },
})
const all = {
  cafe: stories.holdCafe,
  profile: stories.holdProfile,
  bid: stories.holdBid,
  centre: stories.holdTownCentre,
  dialogue: stories.holdDialogue,
}
const lang = { cafe: 'sv', profile: 'da', bid: 'sv', centre: 'da', dialogue: 'nb' }
const only = process.argv.slice(2)
for (const [name, hold] of Object.entries(all)) {
  if (only.length && !only.includes(name)) continue
  try {
    const held = await hold(server)
    writeFileSync(`/tmp/h4out/${name}.pdf`, await held.facilitator.download('pdf', lang[name]))
    writeFileSync(`/tmp/h4out/${name}.md`, await held.facilitator.download('md', lang[name]))
    if (name === 'centre') writeFileSync(`/tmp/h4out/memo.pdf`, await held.facilitator.download('memo', 'da'))
    console.log(name, 'ok')
  } catch (e) {
    console.log(name, e)
  }
}
await server.stop()
process.exit(0)
