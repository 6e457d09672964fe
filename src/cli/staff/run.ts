import { parseArgs } from 'node:util'
import type { CliLanguage } from '../arguments.ts'
import { startingFolder } from '../file-names.ts'

/** Runs `schakel staff add`. @returns 0 added, 2 wrong usage, or the databases cannot be used */
export async function runStaff(argv: readonly string[], environment: CliLanguage): Promise<0 | 2> {
  const read = readStaffCommand(argv)
  const language = read?.lang ?? environment
  const words = (
    language === 'nl'
      ? await import('../../words/nl/cli-staff.ts')
      : await import('../../words/en/cli-staff.ts')
  ).cliStaffWords
  if (read === null || 'help' in read) {
    const say = read === null ? process.stderr : process.stdout
    say.write(`${words.usage}\n`)
    return read === null ? 2 : 0
  }
  const { addAdministratorHere } = await import('../../run-staff.ts')
  const { StartError } = await import('../../db/start-error.ts')
  const { ConfigError } = await import('../../config.ts')
  try {
    const folder = startingFolder(process.env, process.cwd())
    const code = await addAdministratorHere(process.env, folder, read)
    process.stdout.write(`${words.added(read.name)}\n\n  ${code}\n\n${words.next}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof StartError) && !(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

type Help = { help: true; lang: undefined }
type Command = { name: string; municipality: string; town: string; lang: CliLanguage | undefined }

/** Null when the command does not fit. */
export function readStaffCommand(argv: readonly string[]): Command | Help | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        municipality: { type: 'string' },
        town: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) return { help: true, lang: undefined }
    const { lang } = values
    const [name, municipality] = [values.name?.trim(), values.municipality?.trim()]
    if (positionals.join(' ') !== 'staff add' || !name || !municipality) return null
    if (!/^[a-z][a-z0-9-]{0,40}$/.test(municipality)) return null
    if (lang !== undefined && lang !== 'nl' && lang !== 'en') return null
    const town = values.town?.trim() || municipality.charAt(0).toUpperCase() + municipality.slice(1)
    return { name, municipality, town, lang }
  } catch {
    return null
  }
}
