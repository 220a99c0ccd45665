/**
 * Boards as they stood when phases ended, for whoever leads. Between two moments nothing more is kept than what the
 * notes and the log say themselves, and that is enough for a slider: until a moment, its notes come one by one at their
 * `at`, with the words and the places that they had at the moment. When a note was moved or changed in between is not
 * known; what the crew did when is in the log of commands.
 */
import { noteColors } from '@bordet/board'
import { z } from 'zod'
import type { Desk } from '../workshops/desk.ts'
import { boardsOf } from '../workshops/boardSet.ts'
import { standingMarks } from '../workshops/boardMarks.ts'
import { boardThen, pictureSeal, shownIds } from '../workshops/boardPictures.ts'
import { markKinds, type BoardMark, type MarkPlace, type Storage } from '../storage/storage.ts'
import type { App, Surroundings } from './app.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'

const lead = ['facilitator', 'organiser'] as const
const boardParams = workshopParams.extend({ boardId: z.string().min(1).max(64) })
export const momentParams = boardParams.extend({ moment: z.string().regex(/^\d{1,16}$/) })
const epochMs = z.number().int().describe('Epoch milliseconds on the server’s clock.')

const momentSchema = z.object({
  at: epochMs.describe('When the phase ended; names the moment.'),
  startedAt: epochMs.describe('When it had begun.'),
  phaseId: z.string(),
  kind: z.enum(markKinds).describe('The command that ended it; the last one when it ended more than once.'),
})

const noteThenSchema = z.object({
  id: z.string(),
  text: z.string(),
  pos: z.tuple([z.number(), z.number()]).readonly().describe('Upper left corner, in board units.'),
  z: z.string().describe('Notes with a greater one lie above.'),
  color: z.enum(noteColors),
  zone: z.string(),
  phase: z.string(),
  at: z.number().describe('When it was written; epoch milliseconds.'),
  via: z.enum(['phone', 'board', 'paper']),
  deleted: z.boolean(),
  hidden: z.boolean().describe('Then, or now: what was taken off the wall does not come back this way.'),
  photoId: z.string().optional(),
  group: z.string().optional(),
  part: z.string().optional(),
  pin: z.tuple([z.number(), z.number()]).readonly().optional(),
  sheet: z.string().optional(),
})

/** A frame or a drawing, as the document has it: whoever draws it again judges it. */
const anything = z.record(z.string(), z.unknown())

/** Oldest first. Throws the problem to answer for a board of another workshop. */
async function momentsOf(desk: Desk, storage: Storage, boardId: string): Promise<MarkPlace[]> {
  if (!boardsOf(desk.state).some((board) => board.boardId === boardId)) throw new Problem('notFound')
  // The phase that ended just now too.
  await desk.marked()
  return standingMarks(desk.state, await storage.listMarks(boardId))
}

/** What is kept of a moment. Throws the problem to answer when there is nothing. */
export async function markAt(
  desk: Desk,
  storage: Storage,
  { boardId, moment }: { boardId: string; moment: string },
): Promise<BoardMark> {
  const moments = await momentsOf(desk, storage, boardId)
  const found = moments.findLast(({ at }) => at === Number(moment))
  const mark = found ? await storage.mark(found) : null
  if (!mark) throw new Problem('notFound')
  return mark
}

export function addHistoryRoutes(app: App, { access, storage }: Surroundings): void {
  app.get(
    '/api/workshops/:id/history/:boardId',
    {
      schema: {
        summary: 'The moments of which it is known how a board stood: the end of each phase, oldest first',
        description:
          'A phase that was undone has none; one that was taken up again has none until it ends again, and one that was ended and then followed by another has the later one.',
        security: wantsKey,
        params: boardParams,
        response: { 200: z.object({ moments: z.array(momentSchema) }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { id, boardId } = request.params
      const { desk } = await requireMember(access, request, id, lead)
      const moments = await momentsOf(desk, storage, boardId)
      reply.header('cache-control', 'no-store')
      return {
        moments: moments.map(({ at, startedAt, phaseId, kind }) => ({ at, startedAt, phaseId, kind })),
      }
    },
  )

  app.get(
    '/api/workshops/:id/history/:boardId/:moment',
    {
      schema: {
        summary:
          'A board as it stood at a moment: its notes in reading order, removed and hidden ones too, its frames, what was drawn',
        description:
          'For a slider: before the moment, notes come at their `at`, with the words and places of the moment; when they were moved or changed is not kept.',
        security: wantsKey,
        params: momentParams,
        response: {
          200: momentSchema.extend({
            notes: z.array(noteThenSchema),
            zones: z.array(anything).describe('Frames, in their order.'),
            openZones: z.array(z.string()).describe('Ids of those that the phase had open.'),
            drawings: anything.describe('Shape id → what was drawn, as the board’s document has it.'),
            seal: z.string().describe('Goes with a picture that is drawn from this answer.'),
          }),
          ...anyProblem,
        },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, lead)
      const mark = await markAt(desk, storage, request.params)
      const { notes, zones, drawings } = await boardThen(mark)
      const { hiddenIds } = shownIds(notes, (noteId) => desk.isHidden(noteId))
      const { at, startedAt, phaseId, kind } = mark
      reply.header('cache-control', 'no-store')
      return {
        at,
        startedAt,
        phaseId,
        kind,
        // Who wrote it is the role of whoever asked the server, or what a page says: nobody needs it here.
        notes: notes.map(({ by: _by, ...note }) => ({
          ...note,
          hidden: note.hidden || desk.isHidden(note.id),
        })),
        zones,
        openZones: desk.state.session.phases.find((phase) => phase.id === phaseId)?.zones ?? [],
        drawings,
        seal: pictureSeal(mark, hiddenIds),
      }
    },
  )
}
