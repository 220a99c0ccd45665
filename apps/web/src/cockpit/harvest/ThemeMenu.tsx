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
    if (!list.current) return
    placeAt(list.current, button)
    list.current.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true })
  }, [button])
  useEffect(() => {
    const isInside = ({ target }: Event) => target instanceof Node && list.current?.contains(target)
    const closeOutside = (event: Event) => {
      if (!isInside(event)) onClose()
    }
    // Columns snap into place after a tap, and a phone's bars come and go.
    const follow = (event: Event) => {
      if (isInside(event) || !list.current) return
      if (isInSight(button)) placeAt(list.current, button)
      else onClose()
    }
    addEventListener('pointerdown', closeOutside, true)
    addEventListener('scroll', follow, true)
    addEventListener('resize', follow)
    return () => {
      removeEventListener('pointerdown', closeOutside, true)
      removeEventListener('scroll', follow, true)
      removeEventListener('resize', follow)
    }
  }, [button, onClose])
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

/** Below its button where there is room, else above. */
function placeAt(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect()
  const { width } = menu.getBoundingClientRect()
  const below = innerHeight - at.bottom - edge
  const isBelow = menu.scrollHeight <= below || at.top < below
  menu.style.maxHeight = `${(isBelow ? below : at.top) - edge}px`
  menu.style.left = `${Math.max(edge, Math.min(at.left, innerWidth - width - edge))}px`
  menu.style.top = isBelow ? `${at.bottom}px` : 'auto'
  menu.style.bottom = isBelow ? 'auto' : `${innerHeight - at.top}px`
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom, left, right, height } = element.getBoundingClientRect()
  return height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
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
