/** The facilitator's cockpit and, by the key's role, the helper's page. */
import '@bordet/look/tokens.css'
import '@bordet/look/components.css'
import '../shared/shared.css'
import '../floor/floor.css'
import './cockpit.css'
import { mount } from '../shared/mount.tsx'
import { readAddress } from '../shared/pageAddress.ts'
import { CockpitPage } from './CockpitPage.tsx'

mount(<CockpitPage who={readAddress(location)} />)
