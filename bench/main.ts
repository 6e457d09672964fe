/** `npm run bench`: what reading costs, and the trail. Ratios within one run; every figure with its spread. Exit 1 when a limit is missed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { closeOpeners, openDocument } from '../src/council/open-document/index.ts'
import { pagesOfPdf } from '../src/council/open-document/pdf.ts'
import { docx } from '../src/council/open-document/samples/bytes.ts'
import { read } from '../src/council/read/index.ts'
import type { Fixture } from '../test/fixtures/fixtures.ts'
import { pdf } from '../test/fixtures/make-documents.ts'
import { casePage } from './case-page.ts'
import { runCommand, writeTexts } from './command-line.ts'
import { missedLimits, shown, summary, timed, verdict } from './measure.ts'
import { adversaries, papers, plainPdf } from './papers.ts'
import { childTime, ownTime, spent, spentHere, spentWithChildren } from './processor-time.ts'
import { verifying, writers } from './trail.ts'
import { vault } from './vault.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'schakel-bench-'))
const wanted = process.argv.slice(2)
/** Of `ratio`. */
const warmingRounds = 3
const countedRounds = 25
const parts: Record<string, () => Promise<void>> = {
  ...{ noise, ratio, open, start, thousand, memory, linear, vault },
  ...{ writers, verifying, casePage },
}

console.log(
  `Node ${process.version}, ${cpus()[0]?.model ?? '?'}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`,
)
try {
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    console.log(`\n${name}`)
    await part()
  }
} finally {
  closeOpeners()
  rmSync(folder, { recursive: true })
}
process.exitCode = missedLimits() > 0 ? 1 : 0

/** The same work again and again: what differs is the machine. */
async function noise() {
  const work = () => {
    let sum = 0
    for (let i = 0; i < 3e7; i++) sum += i % 7
    return sum
  }
  console.log(`  counting: ${shown(await timed(9, work))}`)
}

/**
 * Reading the text of a PDF against extracting it: as the program extracts, in the child that every document is opened in; and, for
 * who changes the reader, against pdf.js alone, warm and in this process.
 */
async function ratio() {
  console.log(`  in ${ownTime}; ${childTime} for extracting in the child`)
  await compare('set with an embedded typeface, as offices do', (paper) => pdf(paper))
  await compare('the plainest PDF there is', async ({ document }) => plainPdf(document.pages))
}

/**
 * Extracting and reading by turns, as in the program; then pdf.js alone, which the program never runs in the process that reads. What
 * each takes at least is compared, as other work on the machine only ever adds; the rounds show the spread. No collection is forced
 * in between: that would take compiled code from this process and not from the child. What the collectors do of themselves counts.
 */
async function compare(title: string, make: (paper: Fixture) => Promise<Uint8Array>) {
  console.log(`  ${title}`)
  const files: { bytes: Uint8Array; context: Fixture['context'] }[] = []
  for (const paper of papers) files.push({ bytes: await make(paper), context: paper.context })
  const texts = await Promise.all(files.map(({ bytes }) => pagesOfPdf(bytes.slice())))
  const costs = { opening: [] as number[], reading: [] as number[], parsing: [] as number[] }
  for (let round = 0; round < warmingRounds + countedRounds; round++) {
    const opening = await spent(spentWithChildren, async () => {
      for (const { bytes } of files) await openDocument(bytes, 'paper.pdf')
    })
    const reading = await spent(spentHere, () => {
      for (const [i, { context }] of files.entries()) read({ pages: texts[i]! }, context)
    })
    if (round < warmingRounds) continue
    costs.opening.push(opening)
    costs.reading.push(reading)
  }
  for (let round = 0; round < countedRounds; round++)
    costs.parsing.push(
      await spent(spentHere, async () => {
        for (const { bytes } of files) await pagesOfPdf(bytes.slice())
      }),
    )
  const { opening, reading, parsing } = costs
  console.log(
    `  extracting ${files.length} papers: ${shown(summary(opening))}; pdf.js alone: ${shown(summary(parsing))}`,
  )
  console.log(`  reading them: ${shown(summary(reading))}`)
  console.log(
    `  round by round: ${shown(summary(reading.map((time, i) => (100 * time) / opening[i]!)), '%')}`,
  )
  const ratioTo = (cost: number[]) => (100 * Math.min(...reading)) / Math.min(...cost)
  console.log(`  least against least, of pdf.js alone: ${ratioTo(parsing).toFixed(1)} %`)
  verdict(`reading, of extracting, least against least (${title})`, ratioTo(opening), 10, '%')
}

/** Opening one document of each format, through the child. */
async function open() {
  const paper = papers[0]!.document.pages
  const text = paper.join('\n')
  const paragraphs = text.replace(/[<&]/g, ' ').split('\n')
  const sheet = paper[0]!
    .split('\n')
    .slice(0, 40)
    .map((line) => line.slice(0, 90))
    .join('\n')
  const long = (pages: number) => plainPdf(Array.from({ length: pages }, () => sheet))
  const documents: [string, string, Uint8Array][] = [
    ['text', 'a.txt', Buffer.from(text)],
    ['HTML', 'a.html', Buffer.from(`<html><p>${paragraphs.join('<p>')}`)],
    ['DOCX', 'a.docx', docx(paragraphs.map((p) => `<w:p><w:r><w:t>${p}</w:t></w:r></w:p>`).join(''))],
    ['PDF', 'a.pdf', plainPdf(paper)],
    ['PDF, 100 pages', 'a.pdf', long(100)],
    ['PDF, 300 pages', 'a.pdf', long(300)],
  ]
  for (const [title, name, bytes] of documents)
    console.log(`  ${title}: ${shown(await timed(9, () => openDocument(bytes, name)))}`)
  const cold = async () => {
    closeOpeners()
    await openDocument(documents[3]![2], 'a.pdf')
  }
  console.log(`  PDF, with a child that has yet to start: ${shown(await timed(5, cold))}`)
}

/** One text file through the command line: what starting costs. */
async function start() {
  const list = writeTexts(path.join(folder, 'one'), [papers[0]!.document.pages[0]!], 1)
  const clocks: number[] = []
  for (let i = 0; i < 7; i++)
    clocks.push((await runCommand(['read', '--json', '--files-from', list], folder)).clock)
  console.log(`  one text file: ${shown(summary(clocks))}`)
}

async function thousand() {
  const texts = papers.map(({ document }) => document.pages[0]!)
  const list = writeTexts(path.join(folder, 'thousand'), texts, 1000)
  const runs: number[] = []
  for (let i = 0; i < 5; i++) {
    const { cpu, lines } = await runCommand(['read', '--json', '--files-from', list], folder)
    if (lines !== 1000) throw new Error(`1,000 lines were to come, ${lines} came`)
    runs.push(cpu)
  }
  console.log(`  1,000 one-page text files, processor: ${shown(summary(runs))}`)
  verdict('1,000 files, processor', summary(runs).median / 1000, 3, 's')
}

async function memory() {
  const texts = papers.map(({ document }) => document.pages.join('\f'))
  const list = writeTexts(path.join(folder, 'many'), texts, 10_000)
  const { samples, lines, clock } = await runCommand(
    ['read', '--json', '--with-text', '--files-from', list],
    folder,
  )
  if (lines !== 10_000) throw new Error(`10,000 lines were to come, ${lines} came`)
  const mean = (part: number[]) => part.reduce((sum, value) => sum + value, 0) / part.length / 1e6
  const tenth = Math.max(1, Math.floor(samples.length / 10))
  const tenths = Array.from({ length: 10 }, (_, i) => mean(samples.slice(i * tenth, (i + 1) * tenth)))
  console.log(
    `  10,000 files in ${(clock / 1000).toFixed(1)} s; resident MB by tenth: ${tenths.map((mb) => mb.toFixed(0)).join(' ')}`,
  )
  const growth = 100 * (mean(samples.slice(-3 * tenth)) / mean(samples.slice(2 * tenth, 5 * tenth)) - 1)
  verdict('growth from the third to the last tenths', growth, 15, '%')
}

async function linear() {
  for (const [name, make] of Object.entries(adversaries)) {
    const half = { pages: [make(500_000)] }
    const whole = { pages: [make(1_000_000)] }
    const one = await timed(3, () => read(half))
    const two = await timed(3, () => read(whole))
    console.log(`  ${name}: 1 MB ${shown(two)}, against half a MB × ${(two.min / one.min).toFixed(2)}`)
    verdict(name, two.min / 1000, 1, 's')
    if (two.min > 20) verdict(`${name}, twice the text`, two.min / one.min, 3, '×')
  }
}
