/** `node judge.mjs <address> <port of a Chromium>`: Lighthouse's scores for a phone, as one line of JSON. */
import lighthouse from 'lighthouse'

const [, , address, port] = process.argv
const result = await lighthouse(address, {
  port: Number(port),
  output: 'json',
  logLevel: 'error',
  formFactor: 'mobile',
  onlyCategories: ['performance', 'accessibility', 'best-practices'],
})
const { categories, audits } = result.lhr
const failed = Object.values(audits)
  .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0)
  .map(({ id }) => id)
process.stdout.write(
  JSON.stringify({
    performance: categories.performance.score * 100,
    accessibility: categories.accessibility.score * 100,
    bestPractices: categories['best-practices'].score * 100,
    kib: audits['total-byte-weight'].numericValue / 1024,
    failed,
  }),
)
process.exit(0)
