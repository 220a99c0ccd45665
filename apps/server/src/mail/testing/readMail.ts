/** Reads a mail as it came over the wire: its head, and its parts decoded. Enough for the mails that this server sends. */
export interface ReadMail {
  /** Lower-case names; folded lines are one, encoded words are words. */
  head: Map<string, string>
  parts: ReadPart[]
}

export interface ReadPart {
  type: string
  fileName: string | null
  bytes: Buffer
}

export function readMail(source: string): ReadMail {
  const { head, body } = split(source)
  return { head, parts: partsOf(head, body) }
}

export function textOf(mail: ReadMail, type: 'text/plain' | 'text/html'): string {
  return mail.parts.find((part) => part.type === type)?.bytes.toString('utf8') ?? ''
}

function partsOf(head: ReadMail['head'], body: string): ReadPart[] {
  const contentType = head.get('content-type') ?? 'text/plain'
  const boundary = /boundary="([^"]+)"/.exec(contentType)?.[1]
  if (boundary !== undefined) {
    const inner = body.split(`--${boundary}`).slice(1, -1)
    return inner.flatMap((part) => {
      const piece = split(part.replace(/^\r\n/, ''))
      return partsOf(piece.head, piece.body)
    })
  }
  const disposition = head.get('content-disposition') ?? ''
  const encoded = /filename\*=utf-8''([^;]+)/i.exec(continued(disposition))?.[1]
  const plain = /filename="?([^";]+)/.exec(disposition)?.[1]
  const fileName = encoded === undefined ? (plain ?? null) : decodeURIComponent(encoded)
  const bytes = decode(body, head.get('content-transfer-encoding') ?? '7bit')
  return [{ type: contentType.split(';')[0] ?? '', fileName, bytes }]
}

/** `filename*0*=utf-8''a; filename*1*=b` is one name in pieces (RFC 2231). */
function continued(disposition: string): string {
  const pieces = [...disposition.matchAll(/filename\*\d+\*=([^;]+)/g)].map(([, piece]) => piece?.trim())
  return pieces.length > 0 ? `filename*=${pieces.join('')}` : disposition
}

function split(source: string): { head: ReadMail['head']; body: string } {
  const end = source.indexOf('\r\n\r\n')
  const lines = source
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const head = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    head.set(line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim()))
  }
  return { head, body: source.slice(end + 4) }
}

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      decode(word.replaceAll('_', ' '), /b/i.test(kind) ? 'base64' : 'quoted-printable').toString('utf8'),
    )
}

function decode(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'utf8')
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1')
}
