/** `node judge.mjs <address> <Chromium> [flag …]`: Lighthouse's scores for a phone, as one line of JSON. */
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'

const [, , address, chromePath, ...chromeFlags] = process.argv
const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', ...chromeFlags] })
const result = await lighthouse(address, {
  port: chrome.port,
  output: 'json',
  logLevel: 'error',
  formFactor: 'mobile',
  onlyCategories: ['performance', 'accessibility', 'best-practices'],
})
chrome.kill()
const { categories, audits } = result.lhr
const failed = Object.values(audits)
  .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0)
  .map(({ id }) => id)
process.stdout.write(
  JSON.stringify({
    performance: Math.round(categories.performance.score * 100),
    accessibility: Math.round(categories.accessibility.score * 100),
    bestPractices: Math.round(categories['best-practices'].score * 100),
    failed,
  }),
)
process.exit(0)
