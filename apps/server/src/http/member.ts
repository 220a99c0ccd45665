/** The first lines of every route about one workshop: who asks, and is it theirs to ask. */
import type { Role } from '@bordet/workshop'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Access, Member } from '../workshops/access.ts'
import { bearerKey } from './bearerKey.ts'
import { Problem } from './problem.ts'

export const workshopParams = z.object({ id: z.string().min(1).max(64) })

/** Says in the OpenAPI document that a route wants a key. */
export const wantsKey = [{ key: [] }]

/** Throws the problem to answer. Without `roles` any member will do. */
export async function requireMember(
  access: Access,
  request: FastifyRequest,
  workshopId: string,
  roles?: readonly Role[],
): Promise<Member> {
  const member = existing(await access.findMember(bearerKey(request.headers), workshopId))
  if (roles && !roles.includes(member.actor.role)) throw new Problem('notYourRole')
  return member
}

/** For commands: also a person who was removed since, with what they wrote before. */
export async function requireSender(
  access: Access,
  request: FastifyRequest,
  workshopId: string,
): Promise<Member> {
  return existing(await access.findMember(bearerKey(request.headers), workshopId, { alsoLeft: true }))
}

function existing(member: Member | 'unknown' | null): Member {
  if (member === null) throw new Problem('notAuthorised')
  if (member === 'unknown') throw new Problem('workshopUnknown')
  return member
}

export function requireOrganiser(access: Access, request: FastifyRequest): void {
  if (!access.isOrganiser(bearerKey(request.headers))) throw new Problem('notAuthorised')
}
