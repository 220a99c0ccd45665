/** Themes over time, by day or half-year, in all places or one: a chart to see, a table with the same numbers to read. */
import { useEffect, useState } from 'react'
import { fetchTrend, type Trend } from './seriesApi.ts'
import type { SeriesDesk } from './seriesContext.ts'
import type { SeriesViewProps } from './SeriesPage.tsx'

const mostLines = 4

export function SeriesTrend({ overview, desk }: SeriesViewProps) {
  const { say, key } = desk
  const { id, places, floors } = overview
  const [by, setBy] = useState<'day' | 'halfYear'>('day')
  const [place, setPlace] = useState('')
  const asked = `${by} ${place}`
  const [got, setGot] = useState<{ asked: string; trend: Trend | null } | null>(null)
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  useEffect(() => {
    let current = true
    fetchTrend(key, id, by, place).then(
      (trend) => current && setGot({ asked, trend }),
      () => current && setGot({ asked, trend: null }),
    )
    return () => {
      current = false
    }
  }, [key, id, by, place, asked])
  const trend = got?.asked === asked ? got.trend : null
  const lines = chosen ?? trend?.themes.slice(0, 3).map((theme) => theme.key) ?? []
  return (
    <section className="card se-part" aria-labelledby="se-trend">
      <h2 id="se-trend">{say('viewTrend')}</h2>
      <div className="se-fields">
        <label className="field">
          <span className="lab">{say('trendBy')}</span>
          <select
            className="in"
            value={by}
            onChange={({ target }) => setBy(target.value === 'day' ? 'day' : 'halfYear')}
          >
            <option value="day">{say('byDay')}</option>
            <option value="halfYear">{say('byHalfYear')}</option>
          </select>
        </label>
        <label className="field">
          <span className="lab">{say('trendPlace')}</span>
          <select className="in" value={place} onChange={({ target }) => setPlace(target.value)}>
            <option value="">{say('allPlaces')}</option>
            {places.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </div>
      <div role="status">
        {got?.asked === asked && got.trend === null && <p className="err">{say('failed')}</p>}
        {trend && <TrendNews trend={trend} by={by} desk={desk} />}
      </div>
      {trend && trend.periods.length > 1 && trend.themes.length > 0 && (
        <>
          <ThemeChoice trend={trend} lines={lines} desk={desk} choose={setChosen} />
          <Chart trend={trend} lines={lines} desk={desk} />
          <p className="hint">{say('trendHow', { n: floors.sorted })}</p>
          <TrendTable trend={trend} desk={desk} />
        </>
      )}
    </section>
  )
}

function TrendNews({ trend, by, desk }: { trend: Trend; by: 'day' | 'halfYear'; desk: SeriesDesk }) {
  const { say, period } = desk
  const [first] = trend.periods
  if (!first) return <p>{say('nothingYet')}</p>
  if (trend.themes.length === 0) return <p>{say('nothingSorted')}</p>
  if (trend.periods.length > 1) return null
  return (
    <p>
      {by === 'day'
        ? say('trendOne', { day: period(first.period) })
        : say('trendOneHalf', { half: period(first.period) })}
    </p>
  )
}

interface LinesProps {
  trend: Trend
  /** Keys of the themes that are drawn, each in the look of its place in the list. */
  lines: readonly string[]
  desk: SeriesDesk
}

function ThemeChoice({
  trend,
  lines,
  desk,
  choose,
}: LinesProps & { choose(lines: readonly string[]): void }) {
  const { say } = desk
  return (
    <fieldset className="se-pick">
      <legend className="lab">
        {say('trendThemes')} <span className="muted">{say('trendMost')}</span>
      </legend>
      {trend.themes.map(({ key, name }) => {
        const isChosen = lines.includes(key)
        return (
          <label key={key} className="tick">
            <input
              type="checkbox"
              checked={isChosen}
              disabled={!isChosen && lines.length >= mostLines}
              onChange={() => choose(isChosen ? lines.filter((other) => other !== key) : [...lines, key])}
            />
            <span>{name}</span>
          </label>
        )
      })}
    </fieldset>
  )
}

const width = 760
const height = 300
const frame = { left: 52, right: 24, top: 16, bottom: 40 }

/** Lines differ by colour, by dash and by the shape of their points. */
function Chart({ trend, lines, desk }: LinesProps) {
  const { say, percent, period } = desk
  const drawn = lines.flatMap((key) => trend.themes.find((theme) => theme.key === key) ?? [])
  const shares = drawn.flatMap(({ periods }) => periods.map(({ share }) => share))
  const top = Math.max(0.1, Math.ceil(Math.max(0, ...shares) * 10) / 10)
  const inner = { w: width - frame.left - frame.right, h: height - frame.top - frame.bottom }
  const x = (index: number) => frame.left + (inner.w * (index + 0.5)) / trend.periods.length
  const y = (share: number) => frame.top + inner.h * (1 - share / top)
  const steps = [0, top / 2, top]
  // On a narrow page fewer days fit: every day stands in the table below.
  const every = Math.ceil(trend.periods.length / 6)
  return (
    <figure className="se-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say('trendChart')}>
        {steps.map((share) => (
          <g key={share}>
            <line className="se-grid" x1={frame.left} x2={width - frame.right} y1={y(share)} y2={y(share)} />
            <text x={frame.left - 8} y={y(share) + 5} textAnchor="end">
              {percent(share)}
            </text>
          </g>
        ))}
        {trend.periods.map((one, index) =>
          index % every === 0 ? (
            <text key={one.period} x={x(index)} y={height - 12} textAnchor="middle">
              {period(one.period)}
            </text>
          ) : null,
        )}
        {drawn.map((theme, line) => (
          <g key={theme.key} className={`se-line se-line-${line}`}>
            <polyline points={theme.periods.map(({ share }, index) => `${x(index)},${y(share)}`).join(' ')} />
            {theme.periods.map(({ share }, index) => (
              <path
                key={trend.periods[index]?.period}
                className={trend.periods[index]?.isFew ? 'se-few' : ''}
                d={marker(line, x(index), y(share))}
              />
            ))}
          </g>
        ))}
      </svg>
      <figcaption>
        <ul className="se-legend">
          {drawn.map((theme, line) => (
            <li key={theme.key}>
              <svg viewBox="0 0 44 16" aria-hidden="true" className={`se-line se-line-${line}`}>
                <polyline points="2,8 42,8" />
                <path d={marker(line, 22, 8)} />
              </svg>
              {theme.name}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

/** Circle, square, triangle, diamond. */
function marker(line: number, x: number, y: number): string {
  const r = 6
  switch (line % 4) {
    case 0:
      return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
    case 1:
      return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`
    case 2:
      return `M${x} ${y - r - 1}l${r + 1} ${2 * r}h${-2 * (r + 1)}z`
    default:
      return `M${x} ${y - r - 2}l${r + 2} ${r + 2}l${-r - 2} ${r + 2}l${-r - 2} ${-r - 2}z`
  }
}

function TrendTable({ trend, desk }: { trend: Trend; desk: SeriesDesk }) {
  const { say, percent, period } = desk
  return (
    <div
      className="wide"
      role="region"
      tabIndex={0}
      aria-label={say('tableLabel', { name: say('viewTrend') })}
    >
      <table className="se-table">
        <caption className="vh">{say('viewTrend')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('theme')}</th>
            {trend.periods.map((one) => (
              <th key={one.period} scope="col" className="num">
                {period(one.period)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('places')}</th>
            {trend.periods.map((one) => (
              <td key={one.period}>{one.places.join(', ')}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{say('sortedNotes')}</th>
            {trend.periods.map((one) => (
              <td key={one.period} className="num">
                {one.sorted}
              </td>
            ))}
          </tr>
          {trend.themes.map((theme) => (
            <tr key={theme.key}>
              <th scope="row">{theme.name}</th>
              {theme.periods.map(({ count, share }, index) => (
                <td key={trend.periods[index]?.period} className="num">
                  {count === 0 ? '–' : trend.periods[index]?.isFew ? count : `${count} · ${percent(share)}`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
