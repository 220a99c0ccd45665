/** Which zones a part of the programme has open; behind "change", what each zone is, and new ones. */
import { newOpId } from '@bordet/client'
import { zoneKinds, type NoteColor, type Phase, type Zone } from '@bordet/workshop'
import { partCount } from '@bordet/workshop/programme'
import { useState } from 'react'
import { Icon, ZoneIcon } from '../shared/Icon.tsx'
import { useDesk } from './organiseContext.ts'
import type { ProgrammeModel } from './programmeModel.ts'
import { ChoiceField, linesOf, TypedField } from './TypedField.tsx'

const colors = [
  'sky',
  'sun',
  'lilac',
  'clay',
  'leaf',
  'rose',
  'paper',
] as const satisfies readonly NoteColor[]
const icons = ['note', 'check', 'gap', 'ask', 'bulb', 'star', 'flag'] as const

interface Props {
  model: ProgrammeModel
  phase: Phase
  isNow: boolean
}

export function ZonePicker({ model, phase, isNow }: Props) {
  const { plan } = useDesk()
  const [isOpen, setIsOpen] = useState(false)
  const [zoneId, setZoneId] = useState<string | null>(null)
  const { zones } = model.session
  const zone = zones.find(({ id }) => id === zoneId)
  const shown = isOpen ? zones : zones.filter(({ id }) => phase.zones.includes(id))
  const setZones = (ids: string[]) => void model.change({ type: 'editPhase', phaseId: phase.id, zones: ids })
  const add = () => {
    const id = newOpId()
    const isHere = ({ id: its }: Zone) => phase.zones.includes(its)
    const used = new Set(zones.filter(isHere).map(({ color }) => color))
    const at = Math.max(
      0,
      colors.findIndex((color) => !used.has(color)),
    )
    const look = { color: colors[at] ?? 'paper', icon: icons[at] ?? 'note' }
    const made = { scope: 'table', kind: 'notes', title: plan('newZone'), ...look } as const
    if (!model.change({ type: 'addZone', id, zone: made })) return
    setZones([...phase.zones, id])
    setZoneId(id)
  }
  return (
    <fieldset className="zp" lang={model.language}>
      <legend className="lab">{plan('zones')}</legend>
      {shown.length === 0 && <p className="hint">{plan('noZones')}</p>}
      <ul className={isOpen ? 'zp-all' : 'z'}>
        {shown.map((one) =>
          isOpen ? (
            <li key={one.id}>
              <label className="tick">
                <input
                  type="checkbox"
                  checked={phase.zones.includes(one.id)}
                  disabled={isNow && phase.zones.includes(one.id)}
                  onChange={(event) =>
                    setZones(
                      event.target.checked
                        ? [...phase.zones, one.id]
                        : phase.zones.filter((id) => id !== one.id),
                    )
                  }
                />
                <span className={`tag n-${one.color}`}>
                  <ZoneIcon name={one.icon} />
                  {one.title}
                </span>
              </label>
              <button
                className="btn btn-quiet ed-pen"
                type="button"
                aria-expanded={zoneId === one.id}
                aria-label={plan('editZone', { name: one.title })}
                onClick={() => setZoneId(zoneId === one.id ? null : one.id)}
              >
                <Icon name="pen" />
              </button>
            </li>
          ) : (
            <li key={one.id} className={`tag n-${one.color}`}>
              <ZoneIcon name={one.icon} />
              {one.title}
            </li>
          ),
        )}
      </ul>
      {isOpen && zone && (
        <ZoneFields key={zone.id} model={model} zone={zone} onDone={() => setZoneId(null)} />
      )}
      <div className="ed-acts">
        <button
          className="btn btn-small"
          type="button"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {plan('editZones')}
        </button>
        {isOpen && (
          <button className="btn btn-small" type="button" onClick={add}>
            <Icon name="plus" />
            {plan('newZone')}
          </button>
        )}
      </div>
    </fieldset>
  )
}

const scopes = [
  ['table', 'scopeTable'],
  ['hall', 'scopeHall'],
  ['programme', 'scopeProgramme'],
] as const

function ZoneFields({ model, zone, onDone }: { model: ProgrammeModel; zone: Zone; onDone(): void }) {
  const { plan } = useDesk()
  const edit = (part: Partial<Omit<Zone, 'id'>> | { max: number | null }) =>
    void model.change({ type: 'editZone', zoneId: zone.id, ...part })
  const parts = partCount(zone.kind)
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1))
  /** What the kind cannot be without stands there at once, to be written over. */
  const setKind = (kind: Zone['kind']) => {
    const count = partCount(kind)
    edit({
      kind,
      ...(count === null || zone.parts?.length === count ? {} : { parts: numbered(count) }),
      ...(['cards', 'table', 'checklist'].includes(kind) && !zone.fields?.length ? { fields: ['1'] } : {}),
      ...(kind === 'scoring' && !zone.criteria?.length ? { criteria: ['1'] } : {}),
    })
  }
  const list = (label: string, values: readonly string[] | undefined, take: (lines: string[]) => void) => (
    <TypedField
      label={label}
      value={(values ?? []).join('\n')}
      lines={Math.max(2, values?.length ?? 0)}
      hint={plan('perLine')}
      take={(text) => take(linesOf(text, 80))}
    />
  )
  return (
    <div className="zf">
      <TypedField
        label={plan('zoneTitle')}
        value={zone.title}
        maxLength={200}
        take={(text) => text.trim() && edit({ title: text.trim() })}
      />
      <div className="pf-row">
        <ChoiceField
          label={plan('zoneKind')}
          value={zone.kind}
          options={zoneKinds.map((value) => ({ value, name: plan(`zone_${value}`) }))}
          take={setKind}
        />
        <ChoiceField
          label={plan('zoneScope')}
          value={zone.scope}
          options={scopes.map(([value, name]) => ({ value, name: plan(name) }))}
          take={(scope) => edit({ scope })}
        />
        <ChoiceField
          label={plan('zoneColor')}
          value={zone.color}
          options={colors.map((value) => ({ value, name: plan(`color_${value}`) }))}
          take={(color) => edit({ color })}
        />
        <TypedField
          label={plan('zoneMax')}
          value={zone.max === undefined ? '' : String(zone.max)}
          maxLength={4}
          numeric
          take={(text) => {
            const max = text.trim() === '' ? null : Number(text)
            if (max === null || (Number.isInteger(max) && max >= 1 && max <= 1000)) edit({ max })
          }}
        />
      </div>
      {parts !== null &&
        list(plan('zoneParts'), zone.parts, (lines) => lines.length === parts && edit({ parts: lines }))}
      {['cards', 'table', 'checklist', 'map'].includes(zone.kind) &&
        list(
          plan('zoneFields'),
          zone.fields,
          (fields) => fields.length > 0 && edit({ fields: fields.slice(0, 20) }),
        )}
      {zone.kind === 'scoring' &&
        list(
          plan('zoneCriteria'),
          zone.criteria,
          (criteria) => criteria.length > 0 && edit({ criteria: criteria.slice(0, 8) }),
        )}
      {zone.kind === 'map' &&
        list(plan('zoneLayers'), zone.layers, (layers) => edit({ layers: layers.slice(0, 12) }))}
      <div className="ed-acts">
        <button className="btn btn-small" type="button" onClick={onDone}>
          {plan('zoneDone')}
        </button>
        <button
          className="btn btn-small"
          type="button"
          onClick={() => model.change({ type: 'removeZone', zoneId: zone.id }) && onDone()}
        >
          <Icon name="trash" />
          {plan('removeZone')}
          <span className="vh"> – {zone.title}</span>
        </button>
      </div>
    </div>
  )
}
