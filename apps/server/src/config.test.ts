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
    ['SMTP_URL', 'https://mail.example.org'],
    ['SMTP_URL', 'smtp://user@mail.example.org'],
    ['SMTP_URL', 'smtp://mail.example.org/inbox'],
    ['SMTP_URL', 'smtp://mail.example.org?pool=true'],
    ['SMTP_URL', 'smtp://user:%E5@mail.example.org'],
    ['MAIL_FROM', 'nobody'],
    ['MAIL_FROM', 'Bordet bordet@example.org'],
    ['MAIL_FROM', 'a@example.org, b@example.org'],
    ['MAIL_FROM', 'Bordet\r\nBcc: x@example.org <bordet@example.org>'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one line that names the variable and what it takes', (name, value) => {
    expect(wrong({ [name]: value })).toMatch(new RegExp(`^${name}: expected .+\\.$`))
  })

  it('reads the mail server and the sender, and has no mail without them', () => {
    const mail = (SMTP_URL: string, MAIL_FROM: string) => {
      const read = readConfig({ SMTP_URL, MAIL_FROM, PUBLIC_URL: 'https://bordet.example.org' })
      return 'config' in read ? [read.config.mail, read.warning] : read
    }
    expect(mail('smtp://mail.example.org', 'bordet@example.org')).toEqual([
      {
        server: { host: 'mail.example.org', port: 587, isSecure: false, login: null },
        from: { name: '', address: 'bordet@example.org' },
      },
      null,
    ])
    expect(mail('smtps://anna%40x:p%2Fw@[::1]:2465', '"Lindåsa kommun" <bordet@example.org>')).toEqual([
      {
        server: { host: '::1', port: 2465, isSecure: true, login: { user: 'anna@x', pass: 'p/w' } },
        from: { name: 'Lindåsa kommun', address: 'bordet@example.org' },
      },
      null,
    ])
    expect(mail('smtps://mail.example.org', 'b@example.org')).toMatchObject([{ server: { port: 465 } }, null])
    expect(readConfig({})).toMatchObject({ config: { mail: null }, warning: null })
  })

  it('wants both for mail, and says where links lead without a public address', () => {
    expect(wrong({ SMTP_URL: 'smtp://mail.example.org' })).toMatch(
      /^MAIL_FROM: expected .+, since SMTP_URL is set\.$/,
    )
    expect(wrong({ MAIL_FROM: 'b@example.org' })).toMatch(/^SMTP_URL: expected .+, since MAIL_FROM is set\.$/)
    expect(readConfig({ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'b@example.org' })).toMatchObject({
      warning: expect.stringMatching(/^PUBLIC_URL: /),
    })
  })

  it('never says a password', () => {
    expect(wrong({ SMTP_URL: 'smtp://user:geheim@mail.example.org/x' })).not.toContain('geheim')
  })

  it.each(['DATABASE_URL', 'REDIS_URL'])('refuses %s, which this version cannot use', (name) => {
    expect(wrong({ [name]: 'anything://there' })).toMatch(/SQLite/)
  })
})
