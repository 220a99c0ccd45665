/** What can become of a mail, for the server that sends it and the pages that tell of it. */

/**
 * Why a mail is not there. Part of the public interface, like the codes of problems.
 * `unreachable`: no connection, or it broke · `loginRefused`, `senderRefused`: SMTP_URL or MAIL_FROM is not what the
 * server takes · `busy`: it asks for another try · `addressRefused`: no such mailbox · `contentRefused`, `tooLarge`: it
 * does not take this mail · `unsure`: the connection or this server broke off just when the mail was handed over: it may
 * be there · `contactGone`: the address was taken away · `notWritten`: its file or text could not be written here
 */
export const mailReasons = [
  'unreachable',
  'loginRefused',
  'senderRefused',
  'busy',
  'addressRefused',
  'contentRefused',
  'tooLarge',
  'unsure',
  'contactGone',
  'notWritten',
] as const
export type MailReason = (typeof mailReasons)[number]
