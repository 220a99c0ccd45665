/** Why a command is refused: stable codes, each with a sentence in every language in `@bordet/text`: without one it does not compile. */
import type words from '@bordet/text/refusals/sv'

export const refusals = [
  'notYourRole',
  'workshopNotOpen',
  'workshopClosed',
  'alreadyOpen',
  'phaseMoved',
  'phaseOver',
  'phasePaused',
  'zoneNotOpen',
  'zoneFull',
  'noteUnknown',
  'notYourNote',
  'noteRemoved',
  'opIdTaken',
  'votingClosed',
  'tooManyVotes',
  'voteTargetUnknown',
  'notMoving',
  'tableUnknown',
  'tableInUse',
  'floorPlanWrong',
  'personUnknown',
  'phaseUnknown',
  'noNextPhase',
  'notRunning',
  'notPaused',
  'nothingToUndo',
  'helpNotAsked',
  'hallFull',
] as const satisfies readonly (keyof typeof words)[]

export type Refusal = (typeof refusals)[number]
