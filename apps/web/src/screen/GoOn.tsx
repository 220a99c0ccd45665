/** Whatever breaks the page, for instance a view of a newer server, it loads itself anew: nobody stands beside it. */
import { Component, type ReactNode } from 'react'
import { Logo } from '../shared/Logo.tsx'

const pauseMs = 5_000

interface Props {
  children: ReactNode
}

export class GoOn extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true }
  }

  override componentDidCatch(): void {
    setTimeout(() => location.reload(), pauseMs)
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <main className="sc sc-wait">
        <Logo />
      </main>
    )
  }
}
