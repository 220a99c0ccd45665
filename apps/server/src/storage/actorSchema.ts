/** Who asked, as the log of commands has it. */
import { z } from 'zod'

export const actorSchema = z.object({
  role: z.enum(['participant', 'table', 'helper', 'facilitator', 'screen', 'organiser']),
  personId: z.string().nullable(),
  table: z.number().nullable(),
  name: z.string().exactOptional(),
})
