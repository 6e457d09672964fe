/** A passkey in software: P-256, made and used as a browser with an authenticator does, with what a test wants to be wrong. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

type Wrong = {
  origin?: string
  rpId?: string
  challenge?: string
  verified?: boolean
  counter?: number
  type?: string
}
type Made = {
  id: string
  rawId: string
  type: 'public-key'
  clientExtensionResults: object
  response: object
}

export function authenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  let counter = 0
  let handle = ''

  const clientData = (type: string, challenge: string, wrong: Wrong) =>
    Buffer.from(
      JSON.stringify({
        type: wrong.type ?? type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const authData = (flags: number, wrong: Wrong, rest = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(wrong.counter ?? ++counter)
    const rpIdHash = createHash('sha256')
      .update(wrong.rpId ?? new URL(origin).hostname)
      .digest()
    // Present, verified (unless it must be wrong), may be backed up and is.
    const all = flags | 0x01 | (wrong.verified === false ? 0 : 0x04) | 0x08 | 0x10
    return Buffer.concat([rpIdHash, Buffer.from([all]), count, rest])
  }
  const answer = (response: object): Made => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })

  return {
    id: id.toString('base64url'),
    create(options: { challenge: string; user: { id: string } }, wrong: Wrong = {}): string {
      handle = options.user.id
      const key = cbor(
        new Map<number, number | Buffer>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, 'base64url')],
          [-3, Buffer.from(y, 'base64url')],
        ]),
      )
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const data = authData(0x40, wrong, Buffer.concat([Buffer.alloc(16), length, id, key]))
      const object = cbor(
        new Map<string, Cbor>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', data],
        ]),
      )
      return JSON.stringify(
        answer({
          clientDataJSON: clientData('webauthn.create', options.challenge, wrong).toString('base64url'),
          attestationObject: object.toString('base64url'),
          transports: ['internal'],
        }),
      )
    },
    get(options: { challenge: string }, wrong: Wrong = {}): string {
      const client = clientData('webauthn.get', options.challenge, wrong)
      const data = authData(0, wrong)
      const hash = createHash('sha256').update(client).digest()
      const signature = createSign('sha256')
        .update(Buffer.concat([data, hash]))
        .sign(privateKey)
      return JSON.stringify(
        answer({
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: handle,
        }),
      )
    },
  }
}

type Cbor = number | string | Buffer | Map<string | number, unknown>

/** As much of CBOR (RFC 8949) as a passkey needs. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([
    head(5, value.size),
    ...[...value].flatMap(([key, inner]) => [cbor(key), cbor(inner as Cbor)]),
  ])
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size])
  if (size < 256) return Buffer.from([(major << 5) | 24, size])
  return Buffer.from([(major << 5) | 25, size >> 8, size & 255])
}
