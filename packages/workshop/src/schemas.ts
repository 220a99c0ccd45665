/** What outside data is parsed with. */
export { commandRoles, commandSchema, noteText, personName } from './commands.ts'
export { languageSchema, phaseSchema, sessionSchema, wordsSchema, zoneSchema } from './session.ts'
export { roles, stateSchema } from './state.ts'
export { reportSchema } from './reportState.ts'
