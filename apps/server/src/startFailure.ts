/** Why the server could not start, in one line that names the variable to change where there is one. */
import type { Config } from './config.ts'

export function startFailure(error: unknown, { port, host, dataDir }: Config): string {
  const reason = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return `PORT: ${port} is taken by another program; expected a free one (0 finds it).`
  if (code === 'EACCES' && /listen/.test(reason))
    return `PORT: ${port} may not be used; expected one above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST: this machine has no address ${host}.`
  if (isAboutFiles(code))
    return `DATA_DIR: ${dataDir} cannot be used (${reason}); expected a folder that the server may write to.`
  return reason
}

function isAboutFiles(code: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ERR_SQLITE_ERROR'].includes(
    String(code),
  )
}
