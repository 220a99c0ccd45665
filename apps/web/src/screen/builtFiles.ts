/**
 * The files of ours that a page's HTML asks for, as one string; their names change with what is in them. Null for a
 * page of somebody else, such as the venue's login.
 */
export function builtFiles(html: string): string | null {
  const files = [...html.matchAll(/\/assets-web\/[\w./-]+/g)].map(([file]) => file)
  return files.length > 0 ? [...new Set(files)].sort().join(' ') : null
}
