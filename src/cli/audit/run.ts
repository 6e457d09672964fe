import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CliLanguage } from '../arguments.ts'
import { startingFolder } from '../file-names.ts'
import { account } from './say-findings.ts'

type Options = { checkpoints?: string; key?: string; json?: boolean; help?: boolean; lang?: string }

/** Runs `schakel audit verify`. @returns 0 all is right, 1 something is wrong, 2 wrong usage, or it cannot be verified */
export async function runAudit(argv: readonly string[], environment: CliLanguage): Promise<0 | 1 | 2> {
  const read = readCommand(argv)
  const asked = read?.options.lang ?? environment
  const words = (
    asked === 'nl' ? await import('../../words/nl/cli-audit.ts') : await import('../../words/en/cli-audit.ts')
  ).cliAuditWords
  if (read?.options.help) {
    process.stdout.write(`${words.usage}\n`)
    return 0
  }
  if (read === null) {
    process.stderr.write(`${words.wrongUsage}\n\n${words.usage}\n`)
    return 2
  }
  const { told, verifyInstallation } = await import('../../run-audit.ts')
  const { openOwner } = await import('../../open-owner.ts')
  const { besideData } = await import('../../beside-data.ts')
  const { ConfigError } = await import('../../config.ts')
  const { options } = read
  const folder = startingFolder(process.env, process.cwd())
  try {
    const reached = await openOwner(process.env, folder)
    try {
      const kept = options.checkpoints
        ? resolve(folder, options.checkpoints)
        : (reached.config.checkpoints ?? besideData(reached.dataFolder).checkpoints)
      if (!existsSync(kept)) {
        process.stderr.write(`${words.noCheckpoints(kept)}\n`)
        return 2
      }
      const key = options.key ? resolve(folder, options.key) : null
      const progress = process.stderr.isTTY
        ? (lines: number) => void process.stderr.write(`\r${words.reading(lines)}`)
        : undefined
      const result = await verifyInstallation(reached.owner, { folder: kept, key }, progress)
      if (progress) process.stderr.write('\n')
      if (result.last === null && result.findings.length === 0) {
        process.stderr.write(`${words.noCheckpoints(kept)}\n`)
        return 2
      }
      process.stdout.write(`${options.json ? JSON.stringify(result) : account(result, words)}\n`)
      if (!options.json && key === null) process.stdout.write(`${words.ownKeys}\n`)
      return result.findings.length === 0 ? 0 : 1
    } finally {
      await reached.leave()
    }
  } catch (error) {
    if (!told(error) && !(error instanceof ConfigError)) throw error
    process.stderr.write(`${(error as Error).message}\n`)
    return 2
  }
}

/** Null when the command does not fit. */
function readCommand(argv: readonly string[]): { options: Options } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        checkpoints: { type: 'string' },
        key: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        lang: { type: 'string' },
      },
    })
    if (values.lang !== undefined && values.lang !== 'nl' && values.lang !== 'en') return null
    if (values.help) return { options: values }
    return positionals.join(' ') === 'audit verify' ? { options: values } : null
  } catch {
    return null
  }
}
