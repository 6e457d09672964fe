import { inflateRawSync } from 'node:zlib'
import { UnreadableDocument } from '../errors.ts'

export type ZipLimits = {
  /** Bytes, inflated, of one entry. */
  entry: number
  /** Bytes, inflated, of all entries read together. */
  total: number
  /** Number of entries that the archive lists. */
  entries: number
}

export type Zip = {
  names: readonly string[]
  /** The inflated bytes of an entry, or null when there is none of that name. */
  read(name: string): Uint8Array | null
}

type Entry = { method: number; flags: number; compressed: number; inflated: number; at: number }

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50

/**
 * Reads a ZIP archive in memory. Nothing is inflated before it is asked for, and never beyond the limits: what an entry claims of
 * its size is not believed.
 * @throws UnreadableDocument `docx-damaged`, `docx-encrypted` or `zip-too-large`.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): Zip {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries = listEntries(buffer, limits.entries)
  let left = limits.total
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      if (entry.flags & 1) throw new UnreadableDocument('docx-encrypted')
      const data = readEntry(buffer, entry, Math.min(limits.entry, left))
      left -= data.length
      return data
    },
  }
}

function listEntries(buffer: Buffer, most: number): Map<string, Entry> {
  const end = findEnd(buffer)
  const entries = new Map<string, Entry>()
  const count = buffer.readUInt16LE(end + 10)
  let at = buffer.readUInt32LE(end + 16)
  if (count > most) throw new UnreadableDocument('zip-too-large')
  for (let i = 0; i < count; i++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== directoryEntry)
      throw new UnreadableDocument('docx-damaged')
    const nameLength = buffer.readUInt16LE(at + 28)
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength)
    if (!entries.has(name))
      entries.set(name, {
        flags: buffer.readUInt16LE(at + 8),
        method: buffer.readUInt16LE(at + 10),
        compressed: buffer.readUInt32LE(at + 20),
        inflated: buffer.readUInt32LE(at + 24),
        at: buffer.readUInt32LE(at + 42),
      })
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

function findEnd(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - 22 - 65535); at--)
    if (buffer.readUInt32LE(at) === endOfDirectory) return at
  throw new UnreadableDocument('docx-damaged')
}

function readEntry(buffer: Buffer, entry: Entry, most: number): Uint8Array {
  if (entry.inflated > most) throw new UnreadableDocument('zip-too-large')
  if (entry.at + 30 > buffer.length || buffer.readUInt32LE(entry.at) !== localHeader)
    throw new UnreadableDocument('docx-damaged')
  const start = entry.at + 30 + buffer.readUInt16LE(entry.at + 26) + buffer.readUInt16LE(entry.at + 28)
  const data = buffer.subarray(start, start + entry.compressed)
  if (data.length < entry.compressed) throw new UnreadableDocument('docx-damaged')
  if (entry.method === 0) {
    if (data.length > most) throw new UnreadableDocument('zip-too-large')
    return data
  }
  if (entry.method !== 8) throw new UnreadableDocument('docx-damaged')
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) })
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    throw new UnreadableDocument(code === 'ERR_BUFFER_TOO_LARGE' ? 'zip-too-large' : 'docx-damaged')
  }
}
