import { useReducer } from 'preact/hooks'

/** Renders the part again, for what is read from outside its state: clocks, stores. */
export function useRender(): () => void {
  const [, render] = useReducer((count: number) => count + 1, 0)
  return () => render(undefined)
}
