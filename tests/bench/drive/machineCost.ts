/** What processes cost, from Linux's /proc. */
import { readFileSync } from 'node:fs'

/** USER_HZ is 100 on Linux. */
const tickMs = 10
const pageKib = 4

/** User and system time of all threads of a process, those that ended too. */
export function readCpuMs(pid: number | 'self'): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  // The name, in parentheses, may have spaces.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return ((fields[11] ?? 0) + (fields[12] ?? 0)) * tickMs
}

export function readRssKib(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * pageKib
}

/** Time that all cores together were busy: tells what other programs took. */
export function readMachineBusyMs(): number {
  const [line = ''] = readFileSync('/proc/stat', 'latin1').split('\n', 1)
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0, stolen = 0] = line
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return (user + nice + system + interrupts + softInterrupts + stolen) * tickMs
}
