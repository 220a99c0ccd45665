/** Copies words. The newer clipboard needs https, which a hall's page has not. Answers whether it worked. */
export function copyText(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.setAttribute('readonly', '')
  field.style.position = 'fixed'
  field.style.opacity = '0'
  const before = document.activeElement
  document.body.appendChild(field)
  field.select()
  let isCopied = false
  try {
    isCopied = document.execCommand('copy')
  } catch {
    // Some browsers throw where others answer false.
  }
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return isCopied
}
