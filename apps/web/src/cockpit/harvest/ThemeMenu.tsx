/**
 * A menu that is opened where it was asked for: themes to choose from, in groups. One for the whole board, since a
 * list of themes in each of two thousand notes is more than a browser draws in time. Keys as in the ARIA pattern for
 * menus: arrows, Home, End, letters, Escape.
 */
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'

export interface MenuGroup {
  title: string
  items: readonly { id: string; name: string }[]
}

export interface OpenMenu {
  label: string
  /** The button that it belongs to; has the focus again afterwards. */
  button: HTMLElement
  groups: readonly MenuGroup[]
  onChoose(title: string, id: string): void
}

const edge = 8

export function ThemeMenu({
  menu: { label, button, groups, onChoose },
  onClose,
}: {
  menu: OpenMenu
  onClose(): void
}) {
  const list = useRef<HTMLDivElement>(null)
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  useLayoutEffect(() => {
    const own = list.current
    if (!own) return
    const at = button.getBoundingClientRect()
    const { width, height } = own.getBoundingClientRect()
    const below = innerHeight - at.bottom - edge
    own.style.left = `${Math.max(edge, Math.min(at.left, innerWidth - width - edge))}px`
    own.style.top = `${height <= below || at.top < below ? at.bottom : Math.max(edge, at.top - height)}px`
    own.style.maxHeight = `${Math.max(below, at.top) - edge}px`
    own.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true })
  }, [button])
  useEffect(() => {
    const closeOutside = ({ target }: Event) => {
      if (!(target instanceof Node && list.current?.contains(target))) onClose()
    }
    // What it belongs to is elsewhere after a scroll.
    addEventListener('pointerdown', closeOutside, true)
    addEventListener('scroll', closeOutside, true)
    addEventListener('resize', onClose)
    return () => {
      removeEventListener('pointerdown', closeOutside, true)
      removeEventListener('scroll', closeOutside, true)
      removeEventListener('resize', onClose)
    }
  }, [onClose])
  const leave = () => {
    button.focus()
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items()
    const at = all.findIndex((item) => item === document.activeElement)
    const to = targetOf(event.key, at, all)
    if (event.key === 'Escape' || event.key === 'Tab') leave()
    else if (to) to.focus()
    else return
    if (event.key !== 'Tab') event.preventDefault()
  }
  return (
    <div ref={list} className="theme-menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {groups.map(({ title, items: choices }) => (
        <div key={title} role="group" aria-label={title}>
          <div className="theme-menu-title" aria-hidden="true">
            {title}
          </div>
          {choices.map(({ id, name }) => (
            <button
              key={id}
              className="theme-menu-item"
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                leave()
                onChoose(title, id)
              }}
            >
              {name}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}

/** Letters go to the next item that begins so. */
function targetOf(key: string, at: number, all: readonly HTMLElement[]): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return all[(at + 1) % all.length]
    case 'ArrowUp':
      return all.at(at <= 0 ? -1 : at - 1)
    case 'Home':
      return all[0]
    case 'End':
      return all.at(-1)
    default: {
      if (key.length !== 1 || key === ' ') return undefined
      const begins = (item: HTMLElement) =>
        item.textContent.toLocaleLowerCase().startsWith(key.toLocaleLowerCase())
      return [...all.slice(at + 1), ...all.slice(0, at + 1)].find(begins)
    }
  }
}
