/** The language that a browser asks for. */
import { pickLanguage, type Language } from '@bordet/text'
import type { FastifyRequest } from 'fastify'

export function acceptedLanguage({ headers }: Pick<FastifyRequest, 'headers'>): Language {
  const accepted = String(headers['accept-language'] ?? '').split(',')
  return pickLanguage(accepted.map((tag) => tag.split(';')[0]?.trim() ?? ''))
}
