/** The way in: the code (typed or scanned), what to know before writing, and then a seat. */
import { lookInside, type Credentials, type Door } from '@bordet/client'
import { useEffect, useState } from 'preact/hooks'
import { LanguageChoice } from '../parts/LanguageChoice.tsx'
import { Logo } from '../parts/Logo.tsx'
import { useHeadingFocus } from '../parts/useHeadingFocus.ts'
import { rememberSeat, seatsToComeBackTo } from '../rememberedSeats.ts'
import { useWords } from '../words.ts'
import { BackPage } from './BackPage.tsx'
import { CodePage } from './CodePage.tsx'
import { join, troubleOf } from './join.ts'
import { NamePage } from './NamePage.tsx'
import { SeatButtons } from './SeatButtons.tsx'
import type { Trouble } from './TroubleLine.tsx'

type Step = 'code' | 'back' | 'name'

export function JoinPages(props: {
  code: string | null
  table: number | null
  onSeat(who: Credentials, isNew: boolean): void
}) {
  const { say } = useWords()
  const [seats] = useState(() => seatsToComeBackTo(props.code, Date.now()))
  const [step, setStep] = useState<Step>(props.code === null ? 'code' : seats.length > 0 ? 'back' : 'name')
  const [digits, setDigits] = useState(props.code ?? '')
  const [name, setName] = useState('')
  const [door, setDoor] = useState<Door | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isBusy, setBusy] = useState(false)

  const showTrouble = (found: Trouble) => {
    setTrouble(found)
    // What passes by itself needs no other code.
    if (found.trouble !== 'offline' && found.trouble !== 'tooMany') setStep('code')
  }
  const look = async (code: string) => {
    setBusy(true)
    setTrouble(null)
    try {
      const found = await lookInside(code)
      if (found.opensAt !== null) return showTrouble({ trouble: 'notOpen', opensAt: found.opensAt })
      setDoor(found)
      setStep('name')
    } catch (error) {
      showTrouble(troubleOf(error))
    } finally {
      setBusy(false)
    }
  }
  const takeSeat = async () => {
    setBusy(true)
    setTrouble(null)
    const result = await join({ code: digits, name: name.trim(), table: props.table })
    setBusy(false)
    if ('trouble' in result) return showTrouble(result)
    rememberSeat({ ...result.joined, code: digits, name: name.trim(), at: Date.now() })
    props.onSeat(result.joined, true)
  }

  useEffect(() => {
    if (step === 'name' && props.code !== null) void look(props.code)
  }, [])
  const comeBack = <SeatButtons seats={seats} onPick={(seat) => props.onSeat(seat, false)} />
  useHeadingFocus(step, `Bordet – ${say(step === 'code' ? 'join' : 'welcome')}`)

  return (
    <div class="ph">
      <header class="bar">
        <Logo />
        <LanguageChoice />
      </header>
      {step === 'code' && (
        <CodePage digits={digits} trouble={trouble} isBusy={isBusy} onType={setDigits} onSubmit={look}>
          {props.code === null && comeBack}
        </CodePage>
      )}
      {step === 'back' && (
        <BackPage
          onSomebodyElse={() => {
            setStep('name')
            void look(digits)
          }}
        >
          {comeBack}
        </BackPage>
      )}
      {step === 'name' && (
        <NamePage
          door={door}
          name={name}
          trouble={trouble}
          isBusy={isBusy}
          onName={setName}
          onSubmit={takeSeat}
        />
      )}
    </div>
  )
}
