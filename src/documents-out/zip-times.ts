const entry = 0x02014b50
const local = 0x04034b50
const end = 0x06054b50
/** 1 January 2000, midnight, as MS-DOS counts. */
const date = ((2000 - 1980) << 9) | (1 << 5) | 1

/**
 * Sets the time of every entry of a ZIP to the same moment, so that equal contents are equal bytes. The archive is our own: small,
 * without a comment that could look like its end.
 */
export function fixZipTimes(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip)
  let at = bytes.length - 22
  while (at >= 0 && bytes.readUInt32LE(at) !== end) at--
  if (at < 0) throw new Error('The archive has no end.')
  const entries = bytes.readUInt16LE(at + 10)
  let here = bytes.readUInt32LE(at + 16)
  for (let i = 0; i < entries; i++) {
    if (bytes.readUInt32LE(here) !== entry) throw new Error('The archive has a broken list of entries.')
    bytes.writeUInt16LE(0, here + 12)
    bytes.writeUInt16LE(date, here + 14)
    const head = bytes.readUInt32LE(here + 42)
    if (bytes.readUInt32LE(head) !== local) throw new Error('The archive has a broken entry.')
    bytes.writeUInt16LE(0, head + 10)
    bytes.writeUInt16LE(date, head + 12)
    here += 46 + bytes.readUInt16LE(here + 28) + bytes.readUInt16LE(here + 30) + bytes.readUInt16LE(here + 32)
  }
  return bytes
}
