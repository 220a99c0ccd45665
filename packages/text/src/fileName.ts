/** Words for a file's name: without what Windows forbids in one, and short enough for the 255 bytes a file system gives. */
export function safeInFileName(text: string): string {
  const words = text.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ').replace(/\s+/g, ' ')
  const characters = [...new Intl.Segmenter().segment(words)].map(({ segment }) => segment)
  return characters
    .slice(0, 60)
    .join('')
    .trim()
    .replace(/^\.+|\.+$/g, '')
    .trim()
}
