import type { Zone } from '@bordet/workshop'
import { useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'

/** A card's fields, one input each; where there is something to choose from, a list. */
export function FieldInputs(props: {
  zone: Zone
  values: readonly string[]
  /** Of the first input, so that links and labels lead here. */
  id: string
  onChange(values: string[]): void
}) {
  const { say } = useWords()
  const { language } = useView()
  const { zone, values, id } = props
  return (
    <div class="fields" lang={language}>
      {zone.fields?.map((field, index) => {
        const inputId = index === 0 ? id : `${id}-${index}`
        const choices = zone.choices?.[index] ?? []
        const input = {
          class: 'in',
          id: inputId,
          value: values[index] ?? '',
          onInput: (event: { currentTarget: { value: string } }) => {
            const next = [...values]
            next[index] = event.currentTarget.value
            props.onChange(next)
          },
        }
        return (
          <div key={field}>
            <label class="lab" for={inputId}>
              {field}
            </label>
            {choices.length > 0 ? (
              <select {...input}>
                <option value="">{say('choose')}</option>
                {choices.map((choice) => (
                  <option key={choice} value={choice}>
                    {choice}
                  </option>
                ))}
              </select>
            ) : (
              <input {...input} maxLength={200} autoComplete="off" />
            )}
          </div>
        )
      })}
    </div>
  )
}
