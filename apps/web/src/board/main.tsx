/** The table's (and the hall's) board: `/table/<workshopId>/<n>#<key>`, `/hall/<workshopId>#<key>`. */
import './withoutEval.ts'
import '@bordet/look/tokens.css'
import '@bordet/look/components.css'
import '../shared/shared.css'
import './board.css'
import { mount } from '../shared/mount.tsx'
import { BoardPage } from './BoardPage.tsx'
import { readBoardAddress } from './readBoardAddress.ts'

mount(<BoardPage address={readBoardAddress(location)} />)
