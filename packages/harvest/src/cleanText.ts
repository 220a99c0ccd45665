/**
 * Makes text that every file format can hold: XML knows no control characters and no half emoji, and Word answers
 * one such character by refusing the whole document.
 */

/* oxlint-disable no-control-regex -- control characters are what this is about */
const forbiddenInXml = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/g
const halfEmoji = /\p{Surrogate}/gu
const otherLineBreaks = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g

/** Keeps every word; line breaks become `\n`, what cannot be written goes. */
export function cleanText(text: string): string {
  return text.replace(otherLineBreaks, '\n').replace(forbiddenInXml, '').replace(halfEmoji, '')
}
