/** What every part of a programme's page may read: its words, and how days and shares are written. */
import { dateLong, type Language } from '@bordet/text'
import { useMemo } from 'react'
import { useWords } from '../../shared/useWords.ts'
import { pageHref, useDesk } from '../organiseContext.ts'
import { seriesWords, type SaySeries } from '../words.ts'

export interface SeriesDesk {
  key: string
  language: Language
  say: SaySeries
  percent(share: number): string
  /** YYYY-MM-DD in words; nothing for nothing. */
  day(day: string): string
  /** A day, or `2026-1` for a half-year. */
  period(period: string): string
  list(names: readonly string[]): string
}

/** Null until the words are here. */
export function useSeriesDesk(): SeriesDesk | null {
  const { key, language } = useDesk()
  const say = useWords(seriesWords, language)
  return useMemo(() => {
    if (!say) return null
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
    const names = new Intl.ListFormat(language)
    // Noon: the same day in every time zone that these halls are in.
    const day = (text: string) => (text === '' ? '' : dateLong(language, Date.parse(`${text}T12:00:00Z`)))
    return {
      key,
      language,
      say,
      percent: (share) => percent.format(share),
      day,
      period(period) {
        if (period.length > 6) return day(period)
        const [year = '', half] = period.split('-')
        return say(half === '1' ? 'halfFirst' : 'halfSecond', { year })
      },
      list: (all) => names.format(all),
    }
  }, [say, key, language])
}

export const views = ['themes', 'profiles', 'trend', 'sources', 'report'] as const
export type SeriesView = (typeof views)[number]

export function seriesHref(key: string, id: string, view: SeriesView = 'themes', more = {}): string {
  return pageHref(key, { series: id, ...(view === 'themes' ? {} : { view }), ...more })
}
