/** The organiser's pages: all workshops, a new one, and the links of one. */
import '@bordet/look/tokens.css'
import '@bordet/look/components.css'
import '../shared/shared.css'
import '../floor/floor.css'
import './organise.css'
import { mount } from '../shared/mount.tsx'
import { OrganisePage } from './OrganisePage.tsx'

mount(<OrganisePage />)
