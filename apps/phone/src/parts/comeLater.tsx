/**
 * A part whose code comes after the first view. It is fetched once the page has had a moment, so that it is on the phone
 * before its turn, and asked for again while the Wi-Fi is away.
 */
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { useRender } from './useRender.ts'

const firstMs = 1500
const againMs = 3000

/** Shows `Meanwhile` until it is there. */
export function comeLater<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType,
): ComponentType<Props> {
  let Part: ComponentType<Props> | null = null
  const shown = new Set<() => void>()
  const ask = () =>
    load().then(
      (part) => {
        Part = part
        for (const render of shown) render()
      },
      () => void setTimeout(ask, againMs),
    )
  setTimeout(ask, firstMs)
  return (props) => {
    const render = useRender()
    useEffect(() => {
      shown.add(render)
      return () => void shown.delete(render)
    }, [])
    return Part ? <Part {...props} /> : <Meanwhile />
  }
}
