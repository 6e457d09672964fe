import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { root } from '../root.ts'
import type { OutDocument } from './document.ts'

/** The machine cannot make a PDF: the compiler has no build for it, or one that does not know PDF/UA. */
export class NoPdf extends Error {}
/** The document holds signs that none of the fonts can print. */
export class NoGlyph extends Error {}

const require = createRequire(import.meta.url)
const styles = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']

let compiler: NodeCompiler | null = null
let template = ''

/** Loaded when first asked for: the compiler is a native library of some 30 MB. @throws NoPdf */
function load(): NodeCompiler {
  if (compiler) return compiler
  try {
    const typst = require('@myriaddreamin/typst-ts-node-compiler') as {
      NodeCompiler: { create(args: object): NodeCompiler }
    }
    const fonts = dirname(require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'))
    template = readFileSync(join(root, 'src/documents-out/document.typ'), 'utf8')
    compiler = typst.NodeCompiler.create({
      workspace: join(root, 'src/documents-out'),
      fontArgs: [{ fontPaths: styles.map((style) => join(fonts, style)) }],
    })
    return compiler
  } catch (error) {
    throw new NoPdf('no compiler for this machine', { cause: error })
  }
}

/**
 * The document as tagged PDF/UA-1; the compiler itself refuses what that standard forbids.
 * @throws NoPdf, NoGlyph; Error with the compiler's words for anything else
 */
export function toPdf(document: OutDocument): Uint8Array {
  const typst = load()
  const made = typst.compile({ mainFileContent: template, inputs: { document: JSON.stringify(document) } })
  if (!made.result) throw new Error(`Typst: ${JSON.stringify(made.takeDiagnostics()?.shortDiagnostics)}`)
  try {
    return typst.pdf(made.result, {
      pdfStandard: 'ua-1',
      creationTimestamp: Date.parse(`${document.dated ?? '2000-01-01'}T12:00:00Z`) / 1000,
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (/standard/i.test(message) && /unknown|invalid|unsupported/i.test(message)) throw new NoPdf(message)
    if (/could not be displayed|glyph/i.test(message)) throw new NoGlyph('a sign without a glyph')
    throw error
  } finally {
    typst.evictCache(2)
  }
}
