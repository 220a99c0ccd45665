/** Holds the arrows of docs/architecture.md: who may import whom. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What each part may import of our own, and of others; `node:` only where it is named. Tests may import more. */
const rules: Readonly<Record<string, { own: readonly string[]; others: readonly RegExp[] }>> = {
  'packages/text': { own: [], others: [] },
  'packages/look': { own: [], others: [] },
  'packages/board': { own: [], others: [/^yjs$/, /^zod$/] },
  'packages/workshop': { own: ['text'], others: [/^zod$/, /^node-diff3$/] },
  'packages/client': { own: ['text', 'workshop'], others: [] },
  'packages/sync': { own: ['board'], others: [/^yjs$/, /^lib0(\/|$)/, /^y-protocols(\/|$)/] },
  'packages/harvest': {
    own: ['board', 'print', 'text', 'workshop'],
    others: [
      /^docx(\/|$)/,
      /^fflate$/,
      /^pptxgenjs$/,
      /^write-excel-file(\/|$)/,
      /^csv-stringify(\/|$)/,
      /^bidi-js$/,
      /^mdast/,
      /^micromark/,
      /^node:/,
    ],
  },
  'packages/print': {
    own: ['look', 'text', 'workshop'],
    others: [/^pdfkit$/, /^qrcode$/, /^@expo-google-fonts\//, /^node:/],
  },
  'apps/phone': { own: ['client', 'look', 'text', 'workshop'], others: [/^preact(\/|$)/] },
  'apps/web': {
    own: ['board', 'client', 'look', 'text', 'workshop'],
    others: [
      /^react(-dom)?(\/|$)/,
      /^qrcode$/,
      /^csv-parse\//,
      /^yjs$/,
      /^lib0(\/|$)/,
      /^y-/,
      /^@?tldraw(\/|$)/,
    ],
  },
  'apps/server': {
    own: ['board', 'harvest', 'print', 'sync', 'text', 'workshop'],
    others: [
      /^fastify/,
      /^@fastify\//,
      /^nodemailer\//,
      /^qrcode$/,
      /^sharp$/,
      /^ws$/,
      /^yjs$/,
      /^zod(\/|$)/,
      /^node:/,
      /^pino$/,
    ],
  },
}

/** Things that have one home. */
const homes: readonly { what: RegExp; home: RegExp }[] = [
  { what: /^@?tldraw(\/|$)/, home: /^apps\/web\/src\/board\// },
  { what: /^csv-parse(\/|$)/, home: /^apps\/web\/src\/organise\// },
  { what: /^node:sqlite$/, home: /^apps\/server\/src\/(storage|doctor)\// },
  {
    what: /^(docx|bidi-js|pptxgenjs|write-excel-file|csv-stringify|mdast.*)(\/|$)/,
    home: /^packages\/harvest\/src\/writers\//,
  },
  { what: /^nodemailer(\/|$)/, home: /^apps\/server\/src\/mail\// },
  { what: /^pdfkit$/, home: /^packages\/print\/src\// },
]

const isTest = (file: string) => /\.test\.tsx?$|[sS]uite\.ts$|\/testing\/|vite\.config\.ts$/.test(file)

describe('import rules', () => {
  for (const [part, rule] of Object.entries(rules)) {
    it(`${part} imports only ${[...rule.own, ...rule.others.map(String)].join(', ') || 'itself'}`, () => {
      const broken: string[] = []
      for (const file of sourceFiles(join(root, part, 'src'))) {
        const name = relative(root, file).split(sep).join('/')
        for (const specifier of importsOf(file)) {
          if (specifier.startsWith('.')) {
            const target = relative(root, join(file, '..', specifier))
              .split(sep)
              .join('/')
            if (!target.startsWith(`${part}/`)) broken.push(`${name} → ${specifier}`)
          } else if (!isTest(name) && !isAllowed(specifier, rule, part)) broken.push(`${name} → ${specifier}`)
          for (const { what, home } of homes) {
            if (what.test(specifier) && !home.test(name) && !isTest(name)) {
              broken.push(`${name} → ${specifier}, whose home is ${home}`)
            }
          }
        }
      }
      expect(broken).toEqual([])
    })
  }

  it('covers every part there is', () => {
    const parts = ['apps', 'packages'].flatMap((folder) =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${folder}/${entry.name}`),
    )
    expect(parts.sort()).toEqual(Object.keys(rules).sort())
  })

  it('keeps tldraw, Yjs and zod out of what a phone loads from the packages', () => {
    const light = ['packages/text', 'packages/look', 'packages/client']
    const found = light.flatMap((part) =>
      sourceFiles(join(root, part, 'src'))
        .filter((file) => !isTest(file))
        .flatMap(importsOf)
        .filter((specifier) => /^(zod|yjs|tldraw|@bordet\/workshop\/)/.test(specifier)),
    )
    expect(found).toEqual([])
  })
})

function isAllowed(specifier: string, rule: (typeof rules)[string], part: string): boolean {
  const own = /^@bordet\/([^/]+)/.exec(specifier)?.[1]
  if (own !== undefined) return rule?.own.includes(own) === true || part === `packages/${own}`
  return rule?.others.some((pattern) => pattern.test(specifier)) === true
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  const found = source.matchAll(/\bfrom\s+'([^']+)'|\bimport\(\s*'([^']+)'|^import\s+'([^']+)'/gm)
  return [...found]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((name) => !name.endsWith('.css'))
}
