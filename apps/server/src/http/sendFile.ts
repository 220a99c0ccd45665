/** Answers with a file that the export thread is writing, under a name that people can read; `inline` opens in the browser. */
import type { ExportedFile } from '@bordet/harvest'
import type { FastifyReply } from 'fastify'
import { Problem } from './problem.ts'

export async function sendFile(
  reply: FastifyReply,
  writing: Promise<ExportedFile>,
  disposition: 'attachment' | 'inline' = 'attachment',
): Promise<FastifyReply> {
  const file = await writing.catch((cause: unknown) => {
    throw new Problem('exportFailed', { cause })
  })
  return reply
    .header('content-type', file.mimeType)
    .header('content-disposition', contentDisposition(file.fileName, disposition))
    .header('cache-control', 'no-store')
    .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))
}

/** RFC 6266: the real name for everybody, an ASCII one for programs that know no better. */
export function contentDisposition(
  fileName: string,
  disposition: 'attachment' | 'inline' = 'attachment',
): string {
  const ascii = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w. ()-]+/g, '-')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
