/** What the first view does without: its code is fetched once the page has had a moment. */
import { comeLater } from './parts/comeLater.tsx'
import { ConnectingScreen } from './screens/ConnectingScreen.tsx'

const nothing = () => null
/** Keep the room, so that no button moves away under a finger. */
const roomForPhoto = () => <div class="photo-field" />
const roomForReactions = () => <div class="reactions" />

export const LaterVoteScreen = comeLater(
  async () => (await import('./screens/VoteScreen.tsx')).VoteScreen,
  ConnectingScreen,
)
export const LaterChoices = comeLater(async () => (await import('./screens/Choices.tsx')).Choices, nothing)
export const LaterContactForm = comeLater(
  async () => (await import('./screens/ContactForm.tsx')).ContactForm,
  nothing,
)
export const LaterPinField = comeLater(async () => (await import('./writing/PinField.tsx')).PinField, nothing)
export const LaterFieldInputs = comeLater(
  async () => (await import('./writing/FieldInputs.tsx')).FieldInputs,
  nothing,
)
export const LaterPhotoField = comeLater(
  async () => (await import('./writing/PhotoField.tsx')).PhotoField,
  roomForPhoto,
)
export const LaterRefusedNote = comeLater(
  async () => (await import('./writing/RefusedNote.tsx')).RefusedNote,
  nothing,
)
export const LaterSatElsewhere = comeLater(
  async () => (await import('./seat/SatElsewhere.tsx')).SatElsewhere,
  nothing,
)
export const LaterPrepared = comeLater(async () => (await import('./writing/Prepared.tsx')).Prepared, nothing)
export const LaterLeftoverDrafts = comeLater(
  async () => (await import('./writing/LeftoverDrafts.tsx')).LeftoverDrafts,
  nothing,
)
export const LaterFormSteps = comeLater(async () => (await import('./seat/FormSteps.tsx')).FormSteps, nothing)
export const LaterReactions = comeLater(
  async () => (await import('./writing/Reactions.tsx')).Reactions,
  roomForReactions,
)
export const LaterFloorPlan = comeLater(
  async () => (await import('./parts/FloorPlan.tsx')).FloorPlan,
  nothing,
)
