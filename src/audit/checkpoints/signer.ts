/** The key that checkpoints are signed with: Ed25519, outside the database and outside the data folder. */
import type { KeyObject } from 'node:crypto'
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'

export type Signer = {
  /** First 16 hexadecimal characters of the SHA-256 of the public key. */
  keyId: string
  /** PEM, for whoever verifies. */
  publicKey: string
  sign(text: string): Buffer
}

/** Says whether a text was signed by the holder of a key. */
export type Witness = { keyId: string; signed(text: string, signature: Uint8Array): boolean }

/** A signing key that cannot be used as it was set; the sentence never repeats it. */
export class SigningKeyError extends Error {
  override name = 'SigningKeyError'
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The signing key that the environment names: SCHAKEL_SIGNING_KEY or SCHAKEL_SIGNING_KEY_FILE; null when it names none. A key is 32
 * random bytes in base64 or hexadecimal, or an Ed25519 key in PEM (PKCS 8).
 * @param dataFolder which must not hold it
 * @throws {SigningKeyError}
 */
export function readSigner(env: Environment, dataFolder: string): Signer | null {
  const key = env.SCHAKEL_SIGNING_KEY?.trim()
  const file = env.SCHAKEL_SIGNING_KEY_FILE?.trim()
  if (key && file)
    throw new SigningKeyError(
      'SCHAKEL_SIGNING_KEY and SCHAKEL_SIGNING_KEY_FILE are both set; set one of them.',
    )
  if (key) return signerOf(key, 'SCHAKEL_SIGNING_KEY')
  return file ? signerIn(file, dataFolder) : null
}

/** @throws {SigningKeyError} when it stands in the data folder, or is no key */
export function signerIn(file: string, dataFolder: string): Signer {
  refuseInside(file, dataFolder)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new SigningKeyError(`The file ${file} of the signing key cannot be read.`)
  }
  return signerOf(text.trim(), `the file ${file}`)
}

/**
 * For a demonstration, which nobody gives a key: made once, beside the data folder and not in it. Two that start at once agree.
 * @param file such as `<data folder>.signing-key`
 */
export function demonstrationSigner(file: string, dataFolder: string): Signer {
  refuseInside(file, dataFolder)
  if (!existsSync(file)) {
    const fresh = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
    const handle = openSync(fresh, 'wx', 0o600)
    try {
      writeSync(handle, `${randomBytes(32).toString('base64')}\n`)
      fsyncSync(handle)
      linkSync(fresh, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      closeSync(handle)
      rmSync(fresh, { force: true })
    }
  }
  return signerIn(file, dataFolder)
}

/** @throws {SigningKeyError} */
export function signerOf(text: string, from: string): Signer {
  const secret = privateKey(text, from)
  const open = createPublicKey(secret)
  return { keyId: keyIdOf(open), publicKey: pem(open), sign: (body) => sign(null, Buffer.from(body), secret) }
}

/** @param text a public key in PEM @throws {SigningKeyError} */
export function witnessOf(text: string, from: string): Witness {
  let open: KeyObject
  try {
    open = createPublicKey(text)
  } catch {
    throw new SigningKeyError(`There is no public key in ${from}.`)
  }
  if (open.asymmetricKeyType !== 'ed25519')
    throw new SigningKeyError(`The key in ${from} is not an Ed25519 key.`)
  return {
    keyId: keyIdOf(open),
    signed: (body, signature) => verify(null, Buffer.from(body), open, signature),
  }
}

function privateKey(text: string, from: string): KeyObject {
  try {
    if (text.startsWith('-----BEGIN')) {
      const key = createPrivateKey(text)
      if (key.asymmetricKeyType !== 'ed25519') throw new Error('another kind')
      return key
    }
    const seed = /^[0-9a-f]{64}$/i.test(text)
      ? Buffer.from(text, 'hex')
      : /^[A-Za-z0-9+/_-]{43}=?$/.test(text)
        ? Buffer.from(text, 'base64')
        : null
    if (seed?.length !== 32 || seed.every((byte) => byte === seed[0])) throw new Error('no seed')
    return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  } catch {
    throw new SigningKeyError(
      `The key in ${from} is neither 32 random bytes in base64 or hexadecimal nor an Ed25519 key in PEM.`,
    )
  }
}

/** What stands before the 32 bytes of a key in PKCS 8 (RFC 8410, section 7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

function keyIdOf(open: KeyObject): string {
  return createHash('sha256')
    .update(open.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
}

function pem(open: KeyObject): string {
  return open.export({ type: 'spki', format: 'pem' }).toString()
}

function refuseInside(file: string, dataFolder: string): void {
  const folder = real(dataFolder)
  const place = real(file)
  if (place === folder || place.startsWith(folder + sep))
    throw new SigningKeyError(
      `The signing key is in the data folder ${dataFolder}: whoever changes the one could use the other. Keep it elsewhere.`,
    )
}

/** Without links, as far as it exists. */
function real(path: string): string {
  const full = resolve(path)
  if (existsSync(full)) return realpathSync(full)
  const parent = dirname(full)
  return parent === full ? full : join(real(parent), basename(full))
}
