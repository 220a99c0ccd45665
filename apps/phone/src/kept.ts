/** Small things the phone remembers between visits. Where a browser keeps nothing, they last as long as the page. */
const memory = new Map<string, string>()
const prefix = 'bordet.'

export function keep(name: string, value: unknown): void {
  const text = JSON.stringify(value)
  memory.set(name, text)
  try {
    localStorage.setItem(prefix + name, text)
  } catch {
    // A private window or a full phone: the page's memory has it.
  }
}

export function forget(name: string): void {
  memory.delete(name)
  try {
    localStorage.removeItem(prefix + name)
  } catch {
    // See keep.
  }
}

/** What was kept under the name, else `fallback`. The caller names the shape it has always kept there. */
export function recall<T>(name: string, fallback: T): T {
  let text = memory.get(name)
  try {
    text = localStorage.getItem(prefix + name) ?? text
  } catch {
    // See keep.
  }
  return text === undefined ? fallback : JSON.parse(text)
}
