/**
 * Reports and files for whoever may come by the hundred: written once for each format and language while nothing
 * changes, however many ask meanwhile, and not at all any more once nobody waits.
 */
import type { ExportedFile, ExportName, Report } from '@bordet/harvest'
import type { Language } from '@bordet/text'
import type { Exporter } from './exporter.ts'

/** A workshop as it is at one moment. */
export interface HarvestSource {
  id: string
  /** Another one whenever anything has changed. */
  edition: string
  report(): Promise<Report>
}

export interface HarvestCache {
  report(source: HarvestSource): Promise<Report>
  /** Rejects when `signal` says that this one waits no more; the others still get theirs. */
  file(
    source: HarvestSource,
    format: ExportName,
    language: Language,
    signal: AbortSignal,
  ): Promise<ExportedFile>
}

interface Kept {
  edition: string
  report: Promise<Report>
  files: Map<string, Writing>
}

interface Writing {
  file: Promise<ExportedFile>
  waiting: number
  callOff: AbortController
}

/** Of each at most the formats and languages that are offered: some megabytes. */
const mostWorkshops = 4

export function createHarvestCache(exporter: Pick<Exporter, 'write'>): HarvestCache {
  /** The last used last. */
  const kept = new Map<string, Kept>()

  const keptOf = ({ id, edition, report }: HarvestSource): Kept => {
    const before = kept.get(id)
    kept.delete(id)
    const now = before?.edition === edition ? before : { edition, report: report(), files: new Map() }
    kept.set(id, now)
    now.report.catch(() => kept.get(id) === now && kept.delete(id))
    for (const oldest of [...kept.keys()].slice(0, -mostWorkshops)) kept.delete(oldest)
    return now
  }

  const begin = ({ report, files }: Kept, format: ExportName, language: Language): Writing => {
    const name = `${format} ${language}`
    const before = files.get(name)
    if (before) return before
    const callOff = new AbortController()
    const file = report.then((read) => {
      callOff.signal.throwIfAborted()
      return exporter.write(read, format, language, { signal: callOff.signal })
    })
    const begun = { file, waiting: 0, callOff }
    files.set(name, begun)
    const forget = () => files.get(name) === begun && files.delete(name)
    callOff.signal.addEventListener('abort', forget)
    file.catch(forget)
    return begun
  }

  return {
    report: (source) => keptOf(source).report,
    async file(source, format, language, signal) {
      signal.throwIfAborted()
      const writing = begin(keptOf(source), format, language)
      const { promise: left, reject } = Promise.withResolvers<never>()
      const leave = () => {
        writing.waiting -= 1
        if (writing.waiting === 0) writing.callOff.abort()
        reject(new Error('nobody waits for it any more'))
      }
      writing.waiting += 1
      signal.addEventListener('abort', leave)
      try {
        return await Promise.race([writing.file, left])
      } finally {
        // What is written stays, though nobody waits.
        if (!signal.aborted) writing.waiting -= 1
        signal.removeEventListener('abort', leave)
      }
    },
  }
}
