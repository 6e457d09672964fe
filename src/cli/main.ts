import { enableCompileCache } from 'node:module'
import path from 'node:path'
import {
  type CliArguments,
  type CliLanguage,
  parseArguments,
  type ReadArguments,
  WrongUsage,
} from './arguments.ts'

/** Results are held in memory, at most, for this many files for each that is opened at the same time. */
const windowPerJob = 8

// What was compiled once starts three times as fast. In a folder of the program's own: a shared one could hold another's code.
enableCompileCache(path.join(import.meta.dirname, '../../node_modules/.cache/schakel'))
process.exitCode = await main(process.argv.slice(2))

async function main(argv: readonly string[]): Promise<0 | 1 | 2> {
  // A reader that has seen enough (`| head`) closes the pipe: that ends the work, and is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1)
  })
  process.stderr.on('error', () => {})
  const language: CliLanguage = /^nl/i.test(
    process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '',
  )
    ? 'nl'
    : 'en'
  // `read` starts without loading any of this.
  if (['keys', 'backup', 'restore'].includes(argv[0] ?? '')) {
    const { runKeys } = await import('./keys/run.ts')
    return runKeys(argv, language)
  }
  if (argv[0] === 'staff') {
    const { runStaff } = await import('./staff/run.ts')
    return runStaff(argv, language)
  }
  if (argv[0] === 'audit') {
    const { runAudit } = await import('./audit/run.ts')
    return runAudit(argv, language)
  }
  let parsed: CliArguments
  try {
    parsed = parseArguments(argv, language)
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    const words = await cliWords(error.language)
    const sentence = words[error.key] as string | ((word: string) => string)
    process.stderr.write(
      `${typeof sentence === 'string' ? sentence : sentence(error.word)}\n\n${words.usage}\n`,
    )
    return 2
  }
  if (parsed.command === 'help') {
    await print(`${(await cliWords(parsed.language)).usage}\n`)
    return 0
  }
  if (parsed.command === 'logins') return runLogins(parsed.part)
  return runRead(parsed.read, parsed.language)
}

async function runLogins(part: 'site' | 'casework'): Promise<0 | 1> {
  const { loginsOf, told } = await import('../run-logins.ts')
  try {
    await print(await loginsOf(part, process.env, process.cwd()))
    return 0
  } catch (error) {
    process.stderr.write(told(error) ? `${(error as Error).message}\n` : `${(error as Error).stack}\n`)
    return 1
  }
}

async function runRead(args: ReadArguments, language: CliLanguage): Promise<0 | 1 | 2> {
  const { availableParallelism } = await import('node:os')
  const { fileNames, ListUnreadable, openList, startingFolder } = await import('./file-names.ts')
  const { readFiles } = await import('./read-files.ts')
  const { closeOpeners, limitOpeners } = await import('../council/open-document/index.ts')
  const folder = startingFolder(process.env, process.cwd())
  const jobs = args.jobs ?? Math.min(8, availableParallelism())
  limitOpeners(jobs)
  let read = 0
  let failed = 0
  const report = args.json ? await jsonLines(args.withText) : await summaries(language)
  try {
    const list = args.filesFrom === null ? null : await openList(args.filesFrom, folder, process.stdin)
    const progress = await progressBar(args)
    for await (const result of readFiles(fileNames(args.files, list), folder, jobs * windowPerJob)) {
      if ('error' in result) failed++
      else read++
      if (process.stdout.isTTY) progress?.clear()
      await print(`${report(result)}\n`)
      progress?.step()
    }
    progress?.clear()
    if (!args.json && read + failed > 1)
      process.stderr.write(`${(await cliWords(language)).summary(read, failed)}\n`)
  } catch (error) {
    if (!(error instanceof ListUnreadable)) throw error
    process.stderr.write(`${(await cliWords(language)).listUnreadable(error.message)}\n`)
    return 2
  } finally {
    closeOpeners()
  }
  return failed > 0 ? 1 : 0
}

type Report = (result: import('./read-files.ts').FileResult) => string

async function jsonLines(withText: boolean): Promise<Report> {
  const { errorWords } = await import('../words/en/errors.ts')
  return (result) => {
    if ('error' in result)
      return JSON.stringify({
        file: result.file,
        error: { code: result.error, message: errorWords[result.error] },
      })
    const { file, reading, text } = result
    return JSON.stringify(withText ? { file, reading, text } : { file, reading })
  }
}

async function summaries(language: CliLanguage): Promise<Report> {
  const { printable, summarise, summaryWords } = await import('./summary.ts')
  const words = await summaryWords(language)
  return (result) =>
    'error' in result
      ? printable(`${result.file}\n  ${words.cli.unreadable}: ${words.errors[result.error]}`)
      : summarise(result.file, result.reading, words)
}

async function progressBar(args: ReadArguments) {
  if (!process.stderr.isTTY) return null
  const { Progress } = await import('./progress.ts')
  return new Progress(process.stderr, args.filesFrom === null ? args.files.length : null)
}

async function cliWords(language: CliLanguage) {
  return (language === 'nl' ? await import('../words/nl/cli.ts') : await import('../words/en/cli.ts'))
    .cliWords
}

/** Writes to stdout and waits while the reader at the other end is slower. */
async function print(text: string): Promise<void> {
  if (process.stdout.write(text)) return
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve))
}
