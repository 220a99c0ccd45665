/** Copies text also where the async clipboard is missing: a hall's page is plain http, which is no secure context. */
export async function copyText(text: string, near: HTMLElement): Promise<boolean> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // Refused by permission: the old way may still work.
    }
  }
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.style.position = 'fixed'
  field.style.opacity = '0'
  // Inside the dialog or page it was asked from, since a modal dialog makes the rest unselectable.
  near.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  return copied
}
