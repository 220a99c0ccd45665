/**
 * Whether an SVG is a picture and nothing else. One that a page made may come from a page that was tampered with, and it
 * is opened from a disk later, where no content policy holds. So only what the board's pictures are made of passes: known
 * elements, no scripts, and nothing that is loaded from anywhere. Read strictly: what a browser's `XMLSerializer` writes.
 */

/** Also what tldraw writes the words of a drawing with, inside `foreignObject`. */
const elements = new Set(
  `svg g defs style title desc path rect circle ellipse line polyline polygon text tspan image mask pattern marker
  clipPath linearGradient radialGradient stop use symbol filter feDropShadow foreignObject div span p br b i u s strong
  em mark code ul ol li`
    .trim()
    .split(/\s+/),
)

const name = '[A-Za-z_][\\w.:-]*'
const tag = new RegExp(`^<(/?)(${name})((?:\\s+${name}="[^"<]*")*)\\s*(/?)>`)
const attribute = new RegExp(`(${name})="([^"<]*)"`, 'g')
const entity = /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});/g
/** Pictures and typefaces that lie in the file itself; never an SVG, which may hold anything again. */
const inside = /^(?:#[\w:.-]+|data:image\/(?:png|jpeg|webp);base64,[A-Za-z\d+/=\s]*)$/
const fontInside = /^data:(?:font\/[\w-]+|application\/[\w-]+);base64,[A-Za-z\d+/=\s]*$/

/** Null for a sound one, else what is wrong with it, in English for whoever reads responses. */
export function svgFault(bytes: Uint8Array): string | null {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return 'not UTF-8'
  }
  const open: string[] = []
  let at = 0
  let isOver = false
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const words = text.slice(at, next < 0 ? undefined : next)
    const isStyle = open.at(-1) === 'style'
    const fault = wordsFault(words) ?? (isStyle ? styleFault(unescape(words)) : null)
    if (fault !== null) return fault
    if (open.length === 0 && words.trim() !== '') return 'words outside the picture'
    if (next < 0) break
    const end = text.indexOf('>', next)
    const match = end < 0 ? null : tag.exec(text.slice(next, end + 1))
    if (!match) return 'not plain markup'
    const [all, closes = '', element = '', attributes = '', isEmpty = ''] = match
    at = next + all.length
    if (isOver) return 'more than one picture'
    if (closes !== '') {
      if (open.pop() !== element || attributes !== '' || isEmpty !== '') return 'not well-formed'
      isOver = open.length === 0
      continue
    }
    if (open.length === 0 && element !== 'svg') return 'not an SVG'
    if (!elements.has(element)) return `a ${element} in it`
    for (const [, key = '', value = ''] of attributes.matchAll(attribute)) {
      const wrong = wordsFault(value) ?? attributeFault(key, unescape(value))
      if (wrong !== null) return wrong
    }
    if (isEmpty === '') open.push(element)
    else isOver = open.length === 0
  }
  return isOver ? null : 'cut short'
}

function wordsFault(words: string): string | null {
  return words.replace(entity, '').includes('&') ? 'an unknown entity' : null
}

function attributeFault(key: string, value: string): string | null {
  const local = key.slice(key.indexOf(':') + 1).toLowerCase()
  if (local.startsWith('on')) return `a ${key} in it`
  if (key === 'xmlns' || key.startsWith('xmlns:')) return null
  if (['href', 'src', 'action', 'formaction', 'srcdoc', 'base'].includes(local))
    return inside.test(value) ? null : `a ${key} to elsewhere`
  return styleFault(value)
}

/** Also of attributes that may hold a `url()`: fill, mask, clip-path, style and those to come. */
function styleFault(css: string): string | null {
  if (/@import|expression\(|javascript:|-moz-binding/i.test(css) || css.includes('\\'))
    return 'a style that loads'
  const urls = [...css.matchAll(/url\(\s*(["']?)([^"')]*)\1\s*\)/gi)]
  if (urls.length !== (css.match(/url\(/gi) ?? []).length) return 'a style that loads'
  const isInside = urls.every(([, , where = '']) => inside.test(where) || fontInside.test(where))
  return isInside && !/image-set\(|src\s*:\s*["']/i.test(css) ? null : 'a style that loads from elsewhere'
}

function unescape(text: string): string {
  return text.replace(entity, (sign) => {
    switch (sign) {
      case '&amp;':
        return '&'
      case '&lt;':
        return '<'
      case '&gt;':
        return '>'
      case '&quot;':
        return '"'
      case '&apos;':
        return "'"
      default: {
        const code = sign.startsWith('&#x') ? Number.parseInt(sign.slice(3), 16) : Number(sign.slice(2, -1))
        return code <= 0x10ffff ? String.fromCodePoint(code) : ''
      }
    }
  })
}
