/** For work that takes much memory, or must not meet itself: whoever comes meanwhile waits, in order. */
export function oneAtATime<In, Out>(work: (input: In) => Promise<Out>): (input: In) => Promise<Out> {
  let last: Promise<unknown> = Promise.resolve()
  return (input) => {
    const done = last.then(() => work(input))
    last = done.catch(() => {})
    return done
  }
}
