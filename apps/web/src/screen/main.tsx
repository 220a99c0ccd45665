/** The big screen: shows the moment to the whole room and needs nobody to touch it. */
import '@bordet/look/tokens.css'
import '@bordet/look/components.css'
import '../shared/shared.css'
import './screen.css'
import { mount } from '../shared/mount.tsx'
import { readAddress } from '../shared/pageAddress.ts'
import { ScreenPage } from './ScreenPage.tsx'

mount(<ScreenPage who={readAddress(location)} />)
