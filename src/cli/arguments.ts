import type { cliWords } from '../words/nl/cli.ts'

export type CliLanguage = 'nl' | 'en'

export type ReadArguments = {
  files: string[]
  /** A file with a name on each line; `-` is standard input. */
  filesFrom: string | null
  json: boolean
  withText: boolean
  jobs: number | null
}

export type CliArguments = { language: CliLanguage } & (
  | { command: 'help' }
  | { command: 'read'; read: ReadArguments }
  | { command: 'logins'; part: 'site' | 'casework' }
)

/** A command line that does not fit the usage; `key` and `word` name the sentence. */
export class WrongUsage extends Error {
  readonly key: keyof typeof cliWords
  readonly word: string
  readonly language: CliLanguage
  constructor(key: keyof typeof cliWords, language: CliLanguage, word = '') {
    super(key)
    this.name = 'WrongUsage'
    this.key = key
    this.word = word
    this.language = language
  }
}

const switches = new Set(['--json', '--with-text', '--help'])
const withValue = new Set(['--files-from', '--jobs', '--lang'])

/**
 * Reads the command line. `lang`: the language of the environment, unless `--lang` says another.
 * @throws WrongUsage
 */
export function parseArguments(argv: readonly string[], lang: CliLanguage): CliArguments {
  const words: string[] = []
  const options = new Map<string, string>()
  let language = lang
  const wrong = (key: keyof typeof cliWords, word?: string) => new WrongUsage(key, language, word)
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!
    if (word === '--') {
      words.push(...argv.slice(i + 1))
      break
    }
    if (!word.startsWith('-')) {
      words.push(word)
      continue
    }
    const equals = word.indexOf('=')
    const given = equals < 0 ? word : word.slice(0, equals)
    const name = given === '-h' ? '--help' : given
    if (switches.has(name)) {
      if (equals >= 0) throw wrong('noValue', name)
      options.set(name, '')
    } else if (withValue.has(name)) {
      const value = equals < 0 ? argv[++i] : word.slice(equals + 1)
      if (value === undefined || value === '') throw wrong('needsValue', name)
      if (name === '--lang') {
        if (value !== 'nl' && value !== 'en') throw wrong('badLanguage')
        language = value
      }
      options.set(name, value)
    } else throw wrong('unknownOption', given)
  }
  if (options.has('--help')) return { language, command: 'help' }
  const [command, ...files] = words
  if (command === undefined) throw wrong('noCommand')
  if (command === 'help') return { language, command: 'help' }
  if (command === 'logins') {
    const [part] = files
    if (files.length !== 1 || (part !== 'site' && part !== 'casework')) throw wrong('badPart')
    for (const name of options.keys()) if (name !== '--lang') throw wrong('unknownOption', name)
    return { language, command: 'logins', part }
  }
  if (command !== 'read') throw wrong('unknownCommand', command)
  const jobs = options.get('--jobs')
  if (jobs !== undefined && !(/^\d{1,2}$/.test(jobs) && Number(jobs) >= 1 && Number(jobs) <= 64))
    throw wrong('badJobs')
  const read: ReadArguments = {
    files,
    filesFrom: options.get('--files-from') ?? null,
    json: options.has('--json'),
    withText: options.has('--with-text'),
    jobs: jobs === undefined ? null : Number(jobs),
  }
  if (read.withText && !read.json) throw wrong('textNeedsJson')
  if (files.length === 0 && read.filesFrom === null) throw wrong('noFiles')
  return { language, command: 'read', read }
}
