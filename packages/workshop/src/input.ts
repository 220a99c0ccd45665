/** What the schemas hold and pages know before they ask. Apart from the schemas, so that a phone can load it for nothing. */

/** With Nordic letters before and after the @ too; whether a mailbox is there shows when mail is sent. */
export const emailPattern = /^[^\s@"<>,;]{1,64}@[^\s@"<>,;]+\.[^\s@"<>,;.]{2,}$/

/** Notes in one `importNotes`: a request has 64 kB. The page sends the next when this one is there. */
export const mostImported = 40
