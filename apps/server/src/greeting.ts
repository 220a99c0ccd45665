/** What the terminal shows once the server listens: where it is, the organiser's link, a QR code of the join page. */
import { networkInterfaces } from 'node:os'
import { speak, type Language } from '@bordet/text'
import QRCode from 'qrcode'
import { loadWords } from './words.ts'

/** The address by which other devices in the room reach this machine; where there is none, the loopback. */
export function lanAddress(host: string): string {
  if (!['0.0.0.0', '::', ''].includes(host)) return host.includes(':') ? `[${host}]` : host
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
}

/** Scanners want dark on light, whatever the terminal's own colours are. */
const blackOnWhite = '\u001b[30;107m$&\u001b[0m'

/** The first line is part of the public interface: `ready http://<lan address>:<port>`. */
export async function greet(where: {
  address: string
  publicUrl: string
  organiserKey: string
  dataDir: string
  language: Language
  inColour: boolean
}): Promise<string> {
  const say = speak(await loadWords(where.language), where.language)
  const joinPage = `${where.publicUrl}/`
  const code = await QRCode.toString(joinPage, { type: 'utf8', margin: 2, errorCorrectionLevel: 'L' })
  return [
    `ready ${where.address}`,
    '',
    say('organiseHere'),
    `  ${where.publicUrl}/organise#${where.organiserKey}`,
    '',
    say('joinHere', { url: joinPage }),
    '',
    where.inColour ? code.replace(/^.*$/gm, blackOnWhite) : code,
    say('dataIn', { folder: where.dataDir }),
    '',
  ].join('\n')
}
