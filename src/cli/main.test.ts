import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import lineSchema from '../../docs/schemas/read-line.schema.json' with { type: 'json' }
import readingSchema from '../../docs/schemas/reading.schema.json' with { type: 'json' }
import { docx, docxBomb, pdf, textStream } from '../council/open-document/samples/bytes.ts'

const main = path.join(import.meta.dirname, 'main.ts')
const root = path.join(import.meta.dirname, '../..')
const motion =
  'Motie\n\nDe raad van Berkenhout,\n\nverzoekt het college:\n- te zorgen voor opvang;\n\nen gaat over tot de orde van de dag.\n'
let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'schakel-cli-'))
  writeFileSync(path.join(folder, 'a.txt'), motion)
  writeFileSync(path.join(folder, 'b.pdf'), pdf([textStream([[72, 700, 'Motie over de opvang van mensen']])]))
  writeFileSync(path.join(folder, 'c.docx'), docx('<w:p><w:r><w:t>Motie over de opvang</w:t></w:r></w:p>'))
  writeFileSync(path.join(folder, 'd.html'), '<h1>Motie over de opvang</h1>')
  writeFileSync(path.join(folder, 'bom.docx'), docxBomb(400))
  writeFileSync(path.join(folder, 'scan.pdf'), pdf([textStream([])]))
  writeFileSync(path.join(folder, 'leeg.txt'), '')
})

afterAll(() => rmSync(folder, { recursive: true }))

type Ended = { code: number | null; out: string; err: string }

function start(args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): ChildProcess {
  return spawn(process.execPath, [main, ...args], { cwd: folder, env: { LANG: 'C' }, ...options })
}

function end(child: ChildProcess, input = ''): Promise<Ended> {
  let out = ''
  let err = ''
  child.stdout!.setEncoding('utf8').on('data', (text) => (out += text))
  child.stderr!.setEncoding('utf8').on('data', (text) => (err += text))
  child.stdin!.on('error', () => {})
  child.stdin!.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

const run = (args: string[], input?: string) => end(start(args), input)
const objects = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

const ajv = new Ajv2020({ strict: false })
ajv.addSchema(readingSchema)
const isLine = ajv.compile(lineSchema)

describe('schakel read --json', { timeout: 60_000 }, () => {
  test('one line for each file, in the order given, the good ones also when others fail', async () => {
    const names = ['bom.docx', 'b.pdf', 'weg.pdf', 'a.txt', 'scan.pdf', 'd.html', 'leeg.txt', 'c.docx', '.']
    const { code, out, err } = await run(['read', '--json', '--with-text', ...names])
    const lines = objects(out)
    expect(lines.map(({ file }) => file)).toEqual(names)
    expect(lines.map(({ error }) => error?.code)).toEqual([
      'zip-too-large',
      undefined,
      'file-not-found',
      undefined,
      'pdf-needs-ocr',
      undefined,
      'file-empty',
      undefined,
      'not-a-file',
    ])
    for (const line of lines) expect(isLine(line), JSON.stringify(isLine.errors)).toBe(true)
    expect(lines[1].text).toEqual(['Motie over de opvang van mensen'])
    expect(lines[3].text).toEqual([motion.trimEnd()])
    expect(code).toBe(1)
    expect(err).toBe('')
  })

  test('without --with-text no text; 0 when all are read', async () => {
    const { code, out } = await run(['read', '--json', '--jobs', '1', 'a.txt'])
    expect(Object.keys(JSON.parse(out))).toEqual(['file', 'reading'])
    expect(code).toBe(0)
  })

  test('the same files give the same bytes', async () => {
    const args = ['read', '--json', '--with-text', 'a.txt', 'b.pdf', 'c.docx', 'd.html']
    const [one, other] = [await run(args), await run([...args, '--jobs', '1'])]
    expect(one.out).toBe(other.out)
  })

  test('thousands of names from standard input, names of the line first', async () => {
    const names = Array.from({ length: 3000 }, (_, i) =>
      i % 3 ? 'a.txt' : `weg-${i}-${'x'.repeat(100)}.txt`,
    )
    const { code, out } = await run(['read', '--json', 'leeg.txt', '--files-from', '-'], names.join('\n'))
    expect(objects(out).map(({ file }) => file)).toEqual(['leeg.txt', ...names])
    expect(code).toBe(1)
  })

  test('names from a file; an empty list is no mistake', async () => {
    writeFileSync(path.join(folder, 'lijst'), '\na.txt\n')
    expect(
      objects((await run(['read', '--json', '--files-from', 'lijst'])).out).map(({ file }) => file),
    ).toEqual(['a.txt'])
    expect(await run(['read', '--json', '--files-from', '-'])).toEqual({ code: 0, out: '', err: '' })
  })

  test('a result is printed when it is ready, not when the list ends', async () => {
    const child = start(['read', '--json', '--files-from', '-'])
    child.stdin!.write('a.txt\n')
    const first = await new Promise<string>((resolve) =>
      child.stdout!.setEncoding('utf8').once('data', resolve),
    )
    expect(JSON.parse(first).file).toBe('a.txt')
    expect((await end(child, 'leeg.txt\n')).code).toBe(1)
  })

  test('a reader that closes the pipe ends the work', async () => {
    const child = start(['read', '--json', '--files-from', '-'])
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
    let err = ''
    child.stderr!.setEncoding('utf8').on('data', (text) => (err += text))
    child.stdin!.on('error', () => {})
    child.stdin!.end('a.txt\n'.repeat(20_000))
    child.stdout!.once('data', () => child.stdout!.destroy())
    expect(await closed).toBe(0)
    expect(err).toBe('')
  })

  test('memory does not grow with the number of files', async () => {
    writeFileSync(path.join(folder, 'lang.txt'), motion.repeat(200))
    const child = start(['read', '--json', '--with-text', '--files-from', '-'])
    const done = new Promise<number | null>((resolve) => child.on('close', resolve))
    child.stdin!.on('error', () => {})
    child.stdin!.end('lang.txt\n'.repeat(4000))
    // Nobody reads for a while: what is ready must wait outside memory.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const { readFileSync, existsSync } = await import('node:fs')
    const status = `/proc/${child.pid}/status`
    const resident = existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) : 0
    child.kill('SIGKILL')
    await done
    // 4,000 results of 25 kB would be 100 MB and more on top of some 90 MB.
    expect(resident).toBeLessThan(180_000)
  })
})

describe('schakel', { timeout: 60_000 }, () => {
  test('a summary for people, in Dutch and English', async () => {
    const { out, code } = await run(['read', '--lang', 'nl', 'a.txt', 'weg.pdf'])
    expect(out).toMatch(/^a\.txt\n {2}motie/)
    expect(out).toContain('weg.pdf\n  niet gelezen: ')
    expect(code).toBe(1)
    const dutch = await end(start(['--help'], { env: { LANG: 'nl_NL.UTF-8' } }))
    expect(dutch).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Gebruik:') })
    expect((await run(['--help'])).out).toContain('Usage:')
  })

  test.each([
    [['lees', 'a.txt'], 'Unknown command: lees'],
    [['read', '--wat', 'a.txt'], 'Unknown option: --wat'],
    [['read'], 'Name one or more files'],
    [['read', '--files-from', 'weg'], 'The list of names cannot be read: weg'],
    [['read', '--files-from', '.'], 'The list of names cannot be read: .'],
  ])('%j is wrong usage', async (args, sentence) => {
    const { code, out, err } = await run(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
  })

  test('through npm a relative name starts from where the user stands', async () => {
    mkdirSync(path.join(folder, 'sub'), { recursive: true })
    writeFileSync(path.join(folder, 'sub/e.txt'), motion)
    const env = { LANG: 'C', npm_lifecycle_event: 'schakel', INIT_CWD: path.join(folder, 'sub') }
    const { code, out } = await end(start(['read', '--json', 'e.txt'], { cwd: root, env }))
    expect(JSON.parse(out).file).toBe('e.txt')
    expect(code).toBe(0)
  })

  test('no word of a document in what is said of an error', async () => {
    writeFileSync(path.join(folder, 'geheim.docx'), docx('<w:p><w:r><w:t>Staatsgeheim</w:t></w:p>'))
    writeFileSync(path.join(folder, 'geheim.pdf'), Buffer.from('%PDF-1.4\n1 0 obj <</Staatsgeheim>>'))
    writeFileSync(path.join(folder, 'geheim.txt'), Buffer.from('Staatsgeheim \0'))
    const { out, err } = await run(['read', '--json', 'geheim.docx', 'geheim.pdf', 'geheim.txt'])
    expect(objects(out).map(({ error }) => error.code)).toEqual([
      'docx-damaged',
      'pdf-damaged',
      'text-not-decodable',
    ])
    expect(out + err).not.toContain('Staatsgeheim')
  })
})
