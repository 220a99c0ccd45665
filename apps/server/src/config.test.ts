import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const wrong = (env: Record<string, string>) => {
  const read = readConfig(env)
  return 'wrong' in read ? read.wrong : null
}

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({ LANG: 'sv_SE.UTF-8' })).toMatchObject({
      config: {
        port: 4321,
        host: '0.0.0.0',
        publicUrl: null,
        organiserKey: null,
        logLevel: 'info',
        language: 'sv',
      },
    })
  })

  it('takes an empty variable as not set', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '', DATABASE_URL: '' })).toHaveProperty('config.port', 4321)
  })

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['HOST', 'two words'],
    ['PUBLIC_URL', 'bordet.example.org'],
    ['PUBLIC_URL', 'https://example.org/bordet'],
    ['ORGANISER_KEY', 'short'],
    ['SMTP_URL', 'mail.example.org'],
    ['MAIL_FROM', 'nobody'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one line that names the variable and what it takes', (name, value) => {
    expect(wrong({ [name]: value })).toMatch(new RegExp(`^${name}: expected .+\\.$`))
  })

  it('says that mail comes later, and goes on', () => {
    const mail = { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'bordet@example.org' }
    expect(readConfig(mail)).toMatchObject({
      config: { port: 4321 },
      warning: 'SMTP_URL, MAIL_FROM: mail comes in a later version; this one sends none.',
    })
    expect(readConfig({})).toMatchObject({ warning: null })
  })

  it.each(['DATABASE_URL', 'REDIS_URL'])('refuses %s, which this version cannot use', (name) => {
    expect(wrong({ [name]: 'anything://there' })).toMatch(/SQLite/)
  })
})
