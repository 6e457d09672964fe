/**
 * A command that asks a key service. It is started for each question, without a shell, gets one line of JSON on standard input and
 * answers with one on standard output; bytes are base64. What it writes to standard error is not read.
 *
 *   {"op":"current"}                                             → {"kekId":"…"}
 *   {"op":"wrap","items":[{"person":"…","plaintext":"…"}]}       → {"items":[{"kekId":"…","wrapped":"…"}]}
 *   {"op":"unwrap","items":[{"person":"…","kekId":"…","wrapped":"…"}]} → {"items":[{"plaintext":"…"}]}
 *
 * An unknown key is answered with {"unknown":"…"}; anything else, another exit code than 0 or silence is a failure. `person` is
 * meant for the service's own associated data; the plaintext names the person as well, so a swap is noticed either way.
 */
import { spawn } from 'node:child_process'
import { z } from 'zod'
import type { Kek } from './kek.ts'
import { KekUnknown } from './kek.ts'
import { SealBroken } from './seal.ts'

export class KekCommandFailed extends Error {
  constructor(because: string) {
    super(`the command of the key-encryption key ${because}`)
    this.name = 'KekCommandFailed'
  }
}

const bytes = z.base64().transform((text) => Buffer.from(text, 'base64'))
const current = z.object({ kekId: z.string().min(1).max(200) })
const wrapped = z.object({ items: z.array(z.object({ kekId: z.string().min(1).max(200), wrapped: bytes })) })
const unwrapped = z.object({ items: z.array(z.object({ plaintext: bytes })) })
const unknown = z.object({ unknown: z.string() })
const most = 64 * 1024 * 1024

/**
 * @param command program and arguments
 * @param timeout in milliseconds
 * @param env what the program sees of the environment
 */
export function commandKek(
  command: readonly [string, ...string[]],
  { timeout = 10_000, env = process.env }: { timeout?: number; env?: NodeJS.ProcessEnv } = {},
): Kek {
  const ask = async <T extends z.ZodType>(
    question: unknown,
    shape: T,
    count?: number,
  ): Promise<z.output<T>> => {
    const answer = await talk(command, JSON.stringify(question), timeout, env)
    const missing = unknown.safeParse(answer)
    if (missing.success) throw new KekUnknown(missing.data.unknown)
    const parsed = shape.safeParse(answer)
    if (!parsed.success) throw new KekCommandFailed('gave an answer of another shape')
    const items = (parsed.data as { items?: unknown[] }).items
    if (count !== undefined && items?.length !== count)
      throw new KekCommandFailed('gave another number of answers')
    return parsed.data
  }
  return {
    current: async () => (await ask({ op: 'current' }, current)).kekId,
    wrap: async (items) => {
      if (items.length === 0) return []
      const asked = items.map(({ personId, key }) => {
        const text = Buffer.concat([name(personId), key])
        const plaintext = text.toString('base64')
        text.fill(0)
        return { person: personId.toLowerCase(), plaintext }
      })
      return (await ask({ op: 'wrap', items: asked }, wrapped, items.length)).items
    },
    unwrap: async (items) => {
      if (items.length === 0) return []
      const asked = items.map(({ personId, kekId, wrapped }) => ({
        person: personId.toLowerCase(),
        kekId,
        wrapped: wrapped.toString('base64'),
      }))
      const { items: answers } = await ask({ op: 'unwrap', items: asked }, unwrapped, items.length)
      return answers.map(({ plaintext }, index) => {
        const expected = name(items[index]!.personId)
        if (!plaintext.subarray(0, expected.length).equals(expected)) throw new SealBroken()
        return plaintext.subarray(expected.length)
      })
    },
  }
}

function name(personId: string): Buffer {
  return Buffer.from(`${personId.toLowerCase()}\n`, 'utf8')
}

/** @throws {KekCommandFailed} never with what was said */
function talk(
  [program, ...args]: readonly [string, ...string[]],
  question: string,
  timeout: number,
  env: NodeJS.ProcessEnv,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { shell: false, env, stdio: ['pipe', 'pipe', 'ignore'] })
    const parts: Buffer[] = []
    let length = 0
    const fail = (because: string) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      reject(new KekCommandFailed(because))
    }
    const timer = setTimeout(() => fail(`did not answer within ${timeout / 1000} seconds`), timeout)
    child.on('error', () => fail('cannot be started'))
    child.stdin.on('error', () => {})
    child.stdout.on('data', (part: Buffer) => {
      length += part.length
      if (length > most) fail('answered too much')
      else parts.push(part)
    })
    child.on('close', (code) => {
      if (code !== 0) return fail(`ended with ${code === null ? 'a signal' : `exit code ${code}`}`)
      clearTimeout(timer)
      try {
        resolve(JSON.parse(Buffer.concat(parts).toString('utf8')))
      } catch {
        reject(new KekCommandFailed('did not answer in JSON'))
      }
      for (const part of parts) part.fill(0)
    })
    child.stdin.end(`${question}\n`)
  })
}
