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
import { notesThen, standingMarks } from '../workshops/boardMarks.ts'
import { markKinds, type MarkPlace } from '../storage/storage.ts'
import type { App, Surroundings } from './app.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'

const lead = ['facilitator', 'organiser'] as const
const boardParams = workshopParams.extend({ boardId: z.string().min(1).max(64) })
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

export function addHistoryRoutes(app: App, { access, storage }: Surroundings): void {
  /** Oldest first. Throws the problem to answer for a board of another workshop. */
  const momentsOf = async (desk: Desk, boardId: string): Promise<MarkPlace[]> => {
    if (!boardsOf(desk.state).some((board) => board.boardId === boardId)) throw new Problem('notFound')
    // The phase that ended just now too.
    await desk.marked()
    return standingMarks(desk.state, await storage.listMarks(boardId))
  }

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
      const moments = await momentsOf(desk, boardId)
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
          'The notes of a board as they stood at a moment, in reading order; removed and hidden ones too',
        description:
          'For a slider: before the moment, notes come at their `at`, with the words and places of the moment; when they were moved or changed is not kept.',
        security: wantsKey,
        params: boardParams.extend({ moment: z.string().regex(/^\d{1,16}$/) }),
        response: { 200: momentSchema.extend({ notes: z.array(noteThenSchema) }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { id, boardId, moment } = request.params
      const { desk } = await requireMember(access, request, id, lead)
      const moments = await momentsOf(desk, boardId)
      const found = moments.findLast(({ at }) => at === Number(moment))
      const mark = found ? await storage.mark(found) : null
      if (!mark) throw new Problem('notFound')
      const notes = await notesThen(mark.packed)
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
      }
    },
  )
}
