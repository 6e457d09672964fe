import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { type Config, parseConfig } from '../../config.ts'
import { openDataFolder } from '../../data-folder.ts'
import {
  addKey,
  joinShares,
  KekError,
  kekId,
  parseKeys,
  readShare,
  type Share,
  SharesRefused,
  splitKey,
} from '../../vault/index.ts'
import { type Run, WrongKeyUsage } from './command.ts'

/** Splits the newest key: on a screen one share after the other, each for one pair of eyes; elsewhere a file for each. */
export async function escrow(run: Run): Promise<0> {
  const { words, options, folder, say } = run
  const people = Number(options.people ?? 3)
  const needed = Number(options.needed ?? 2)
  if (!Number.isInteger(people) || !Number.isInteger(needed) || needed < 2 || needed > people || people > 20)
    throw new WrongKeyUsage(words.badPeople)
  if (!options.out && !(process.stdin.isTTY && process.stdout.isTTY))
    throw new WrongKeyUsage(words.needsTerminal)
  const { config, dataFolder } = place(run)
  const key = newestKey(run, config, dataFolder)
  const shares = await splitKey(key, people, needed)
  key.fill(0)
  if (options.out) {
    const out = resolve(folder, options.out)
    mkdirSync(out, { recursive: true, mode: 0o700 })
    shares.forEach((share, index) => {
      const file = join(out, `share-${index + 1}.txt`)
      const text = `${words.share(index + 1, people, needed)}\n\n${lines(share)}\n`
      writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
      say(words.shareWritten(file))
    })
    return 0
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  for (const [index, share] of shares.entries()) {
    process.stdout.write(
      `\u001b[2J\u001b[3J\u001b[H${words.share(index + 1, people, needed)}\n\n${lines(share)}\n\n`,
    )
    await terminal.question(words.next)
    process.stdout.write('\u001b[2J\u001b[3J\u001b[H')
  }
  terminal.close()
  return 0
}

/** Asks for as many shares as the first says, each from another person, and writes the key to a new file. */
export async function recover(run: Run): Promise<0> {
  const { words, options, folder, say } = run
  if (!options.file) throw new WrongKeyUsage(words.needsFile)
  const file = resolve(folder, options.file)
  if (existsSync(file)) throw new KekError(words.fileThere(file))
  const { dataFolder } = place(run)
  const shares = await askShares(run)
  const key = await joinShares(shares)
  addKey(file, dataFolder, key)
  say(words.recovered(kekId(key), file))
  key.fill(0)
  return 0
}

async function askShares({ words }: Run): Promise<Share[]> {
  const shown = process.stdin.isTTY
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const input = createInterface({ input: process.stdin, output: silent, terminal: shown })
  const given = input[Symbol.asyncIterator]()
  const shares: Share[] = []
  try {
    for (let needed = 2; shares.length < needed; ) {
      if (shown) process.stderr.write(words.askShare(shares.length + 1, needed))
      const line = await given.next()
      if (shown) process.stderr.write('\n')
      if (line.done) throw new SharesRefused('too-few')
      if (line.value.trim() === '') continue
      try {
        const share = readShare(line.value)
        refuseUnfit(share, shares)
        shares.push(share)
        needed = share.needed
      } catch (error) {
        // At a screen one tries again; a program that writes here cannot.
        if (!shown || !(error instanceof SharesRefused)) throw error
        process.stderr.write(`${words.problem[error.problem]}\n`)
      }
    }
    return shares
  } finally {
    input.close()
  }
}

function refuseUnfit(share: Share, shares: readonly Share[]): void {
  if (shares.some(({ kekId: id }) => id !== share.kekId)) throw new SharesRefused('other-key')
  if (shares.some((one) => one.share.at(-1) === share.share.at(-1))) throw new SharesRefused('twice')
}

function newestKey({ words, options, folder, env }: Run, config: Config, dataFolder: string): Buffer {
  const { kek } = config
  if (!options.file && kek?.name === 'SCHAKEL_KEK_COMMAND') throw new WrongKeyUsage(words.fromCommand)
  if (!options.file && kek?.name === 'SCHAKEL_KEK') return first(env.SCHAKEL_KEK ?? '', 'SCHAKEL_KEK')
  const named = options.file
    ? resolve(folder, options.file)
    : (kek?.value ?? demonstrationFile(config, dataFolder))
  if (!named) throw new KekError(words.noKek)
  if (!existsSync(named)) throw new KekError(words.noFile(named))
  return first(readFileSync(named, 'utf8'), named)
}

function first(text: string, from: string): Buffer {
  const [newest, ...older] = parseKeys(text, from)
  for (const key of older) key.fill(0)
  return newest!
}

function demonstrationFile({ mode }: Config, dataFolder: string): string | null {
  return mode === 'demo' ? `${dataFolder}.key` : null
}

function place({ env, folder }: Run): { config: Config; dataFolder: string } {
  const config = parseConfig(env, folder)
  return { config, dataFolder: openDataFolder(config).folder }
}

/** Six groups on a line: easier to copy. */
function lines(share: string): string {
  const groups = share.split('-')
  return Array.from({ length: Math.ceil(groups.length / 6) }, (_, at) =>
    groups.slice(at * 6, at * 6 + 6).join('-'),
  ).join('\n')
}
