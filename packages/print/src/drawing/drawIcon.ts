/** The line icons of the screens on paper: reads their SVG markup, which is ours and knows four shapes. */
import { icons, isIconName } from '@bordet/look'
import { mm, type Doc } from '../paper.ts'

/** Draws nothing for a name that no icon has. */
export function drawIcon(doc: Doc, name: string, x: number, y: number, size: number): void {
  if (!isIconName(name)) return
  doc
    .save()
    .translate(x * mm, y * mm)
    .scale((size * mm) / 24)
  for (const [, shape = '', attributes = ''] of icons[name].matchAll(/<(\w+) ([^>]*?)\/>/g)) {
    drawShape(doc, shape, new Map([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(readAttribute)))
  }
  doc.restore()
}

function drawShape(doc: Doc, shape: string, attributes: ReadonlyMap<string, string>): void {
  const of = (name: string) => Number(attributes.get(name) ?? 0)
  if (shape === 'path') doc.path(attributes.get('d') ?? '')
  else if (shape === 'circle') doc.circle(of('cx'), of('cy'), of('r'))
  else if (shape === 'rect') doc.roundedRect(of('x'), of('y'), of('width'), of('height'), of('rx'))
  else throw new Error(`an icon has a shape that paper does not know: ${shape}`)
  const dashes = attributes.get('stroke-dasharray')?.split(' ').map(Number)
  doc
    .lineWidth(of('stroke-width') || 1.8)
    .lineCap('round')
    .lineJoin('round')
  if (dashes?.[0]) doc.dash(dashes[0], { space: dashes[1] ?? dashes[0] })
  if (attributes.get('fill') === 'currentColor') doc.fillAndStroke('#000', '#000')
  else doc.stroke('#000')
  if (dashes) doc.undash()
}

const readAttribute = ([, name = '', value = '']: RegExpExecArray): [string, string] => [name, value]
