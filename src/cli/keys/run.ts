import { parseArgs } from 'node:util'
import { ConfigError } from '../../config.ts'
import { StartError } from '../../db/start-error.ts'
import { BackupRefused, DumpError } from '../../run-backup.ts'
import { JournalDamaged, KekCommandFailed, KekError, KekUnknown, SharesRefused } from '../../vault/index.ts'
import type { CliLanguage } from '../arguments.ts'
import { startingFolder } from '../file-names.ts'
import { type KeyWords, type OptionName, type Options, type Run, WrongKeyUsage } from './command.ts'

/** Which options each command takes. */
const commands: Record<string, readonly OptionName[]> = {
  'keys status': [],
  'keys make': ['file'],
  'keys rotate': [],
  'keys escrow': ['file', 'people', 'needed', 'out'],
  'keys recover': ['file'],
  backup: ['to', 'keys-to'],
  restore: ['from', 'keys-from'],
}

/** Runs `schakel keys …`, `backup` or `restore`. @returns 0 done, 1 refused, 2 wrong usage */
export async function runKeys(
  argv: readonly string[],
  environment: CliLanguage,
  env: NodeJS.ProcessEnv = process.env,
): Promise<0 | 1 | 2> {
  const asked = languageIn(argv) ?? environment
  const words: KeyWords = (
    asked === 'nl' ? await import('../../words/nl/cli-keys.ts') : await import('../../words/en/cli-keys.ts')
  ).cliKeyWords
  const say = (text: string) => void process.stdout.write(`${text}\n`)
  try {
    const read = readCommand(argv, words)
    if (read === 'help') {
      say(words.usage)
      return 0
    }
    const { command, options } = read
    const run: Run = { words, options, folder: startingFolder(env, process.cwd()), env, say }
    if (command === 'backup' || command === 'restore') {
      const copies = await import('./copies.ts')
      return await (command === 'backup' ? copies.backup(run) : copies.putBack(run))
    }
    if (command === 'keys escrow' || command === 'keys recover') {
      const shares = await import('./shares.ts')
      return await (command === 'keys escrow' ? shares.escrow(run) : shares.recover(run))
    }
    const keys = await import('./rotate.ts')
    if (command === 'keys make') return await keys.make(run)
    return await (command === 'keys rotate' ? keys.rotate(run) : keys.status(run))
  } catch (error) {
    if (error instanceof WrongKeyUsage) {
      process.stderr.write(`${error.message}\n\n${words.usage}\n`)
      return 2
    }
    const sentence = sentenceOf(error, words)
    if (sentence === null) throw error
    process.stderr.write(`${sentence}\n`)
    return 1
  }
}

function readCommand(
  argv: readonly string[],
  words: KeyWords,
): 'help' | { command: string; options: Options } {
  const string = { type: 'string' } as const
  const names = [...new Set(Object.values(commands).flat())]
  let read: ReturnType<typeof parse>
  const parse = () =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(names.map((name) => [name, string])),
        lang: string,
        help: { type: 'boolean', short: 'h' },
      },
    })
  try {
    read = parse()
  } catch {
    throw new WrongKeyUsage(words.wrongUsage)
  }
  const { positionals, values } = read
  const command = positionals.join(' ')
  if (values.help || command === 'keys' || command === 'keys help') return 'help'
  const allowed = Object.hasOwn(commands, command) ? commands[command] : undefined
  const { lang: _lang, help: _help, ...options } = values as Record<string, string | undefined>
  if (!allowed || Object.keys(options).some((name) => !allowed.includes(name as OptionName)))
    throw new WrongKeyUsage(words.wrongUsage)
  return { command, options: options as Options }
}

function languageIn(argv: readonly string[]): CliLanguage | null {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const value = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length)
  return value === 'nl' || value === 'en' ? value : null
}

function sentenceOf(error: unknown, words: KeyWords): string | null {
  if (error instanceof KekUnknown) return words.unknownKek(error.kekId)
  if (error instanceof SharesRefused) return words.problem[error.problem]
  if (error instanceof BackupRefused) return words.refused[error.problem]
  // No such database, or no such table in it.
  if (['3D000', '42P01'].includes((error as { code?: string }).code ?? '')) return words.noKeyStore
  const told = [StartError, ConfigError, KekError, KekCommandFailed, DumpError, JournalDamaged]
  return told.some((kind) => error instanceof kind) ? (error as Error).message : null
}
