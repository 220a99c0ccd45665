import type { ComponentChildren } from 'preact'
import { LanguageChoice } from './LanguageChoice.tsx'
import { Logo } from './Logo.tsx'

/** A page without a seat's header and exits: the name above, the languages below. */
export function Frame({ aside, children }: { aside?: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="ph">
      <header class="bar">
        <Logo />
        {aside}
      </header>
      <main class="name">{children}</main>
      <footer class="foot">
        <LanguageChoice />
      </footer>
    </div>
  )
}
