/** When two people have written the same e-mail address: capitals, blanks and the spelling of the domain make no other one. */
import { domainToASCII } from 'node:url'

/**
 * The same for addresses that reach the same mailbox. Strictly, a mail server may tell `Anna` from `anna` (RFC 5321, 2.4);
 * none does, and people write now one and now the other. Only to compare: mail goes to what was written.
 */
export function addressKey(email: string): string {
  const written = email.trim().normalize('NFC').toLowerCase()
  const at = written.lastIndexOf('@')
  const domain = written.slice(at + 1)
  return `${written.slice(0, at)}@${domainToASCII(domain) || domain}`
}
