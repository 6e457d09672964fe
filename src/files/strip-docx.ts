/**
 * A Word file (ECMA-376) without who made it, when and with what: properties, authors and days of comments and changes, revision
 * identifiers, people, templates, and what a camera wrote along with its pictures. Parts that may hold more than that and cannot be
 * looked into, such as embedded sheets and macros, make the file unclean.
 */
import { crc32, deflateRawSync } from 'node:zlib'
import { UnreadableDocument } from '../errors.ts'
import { stripJpeg, stripPng } from './strip-image.ts'
import { openZip } from './zip.ts'

const limits = { entry: 32 * 1024 * 1024, total: 64 * 1024 * 1024, entries: 2000 }

/** Parts that are left out, with whatever points at them. */
const dropped =
  /^(docProps\/|customXml\/|word\/(people|commentsIds|commentsExtended|commentsExtensible|persons\/.*|printerSettings\/.*|stylesWithEffects)(\.xml|$)|word\/printerSettings)/i
const xmlParts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(_rels\/[\w.-]+\.rels|(document|styles|numbering|settings|fontTable|webSettings|footnotes|endnotes|comments|header\d*|footer\d*|theme\/theme\d*)\d*\.xml|theme\/_rels\/[\w.-]+\.rels|glossary\/[\w./-]+\.(xml|rels)|diagrams\/[\w.-]+\.xml))$/
const fonts = /^word\/fonts\/[\w.-]+\.(odttf|ttf)$/i
const pictures = /^word\/(media|theme\/media)\/[\w.-]+$/i

/**
 * Pure. @returns null when it cannot be cleaned; `file-type` when it is a ZIP and no Word file
 */
export function stripDocx(bytes: Uint8Array): Uint8Array | null | 'file-type' {
  try {
    const zip = openZip(bytes, limits)
    if (!zip.names.includes('word/document.xml')) return 'file-type'
    const parts = new Map<string, Uint8Array>()
    for (const name of zip.names) {
      if (name.endsWith('/') || isDropped(name)) continue
      const clean = cleanPart(name, zip.read(name))
      if (!clean) return null
      parts.set(name, clean)
    }
    return writeZip(parts)
  } catch (error) {
    if (error instanceof UnreadableDocument || error instanceof TypeError || error instanceof RangeError) {
      return null
    }
    throw error
  }
}

const isDropped = (name: string) => dropped.test(name)

function cleanPart(name: string, bytes: Uint8Array | null): Uint8Array | null {
  if (!bytes) return null
  if (fonts.test(name)) return bytes
  if (pictures.test(name)) {
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return stripJpeg(bytes, { profile: false })
    if (bytes[0] === 0x89 && bytes[1] === 0x50) return stripPng(bytes, { profile: false })
    return null
  }
  if (!xmlParts.test(name)) return null
  const xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  // An entity could hide an attribute from what follows here, and Word itself refuses them.
  if (/<!(DOCTYPE|ENTITY)/i.test(xml) || /^<\?xml[^>]*encoding=["'](?!utf-8)/i.test(xml)) return null
  const clean =
    name === '[Content_Types].xml'
      ? withoutTypes(xml)
      : name.endsWith('.rels')
        ? withoutRelations(name, xml)
        : withoutMakers(xml)
  return new TextEncoder().encode(clean)
}

const withoutTypes = (xml: string) =>
  xml.replace(/<(?:\w+:)?Override\b[^>]*?\bPartName\s*=\s*["']\/([^"']*)["'][^>]*?\/>/g, (whole, part) =>
    isDropped(part) ? '' : whole,
  )

/** Relations to parts that are left out, and to a template on somebody's disk. */
function withoutRelations(name: string, xml: string): string {
  const folder = name.replace(/_rels\/[^/]*$/, '')
  return xml.replace(/<(?:\w+:)?Relationship\b[^>]*?\/>/g, (whole) => {
    const target = /\bTarget\s*=\s*["']([^"']*)["']/.exec(whole)?.[1] ?? ''
    const external = /\bTargetMode\s*=\s*["']External["']/.test(whole)
    if (
      /attachedTemplate|frame|subDocument|oleObject|mailMerge/i.test(
        /\bType\s*=\s*["']([^"']*)["']/.exec(whole)?.[1] ?? '',
      )
    ) {
      return ''
    }
    if (external) return /^(https?:|mailto:|tel:|#)/i.test(target) ? whole : ''
    return isDropped(resolved(folder, target)) ? '' : whole
  })
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

const attribute = (names: string) =>
  new RegExp(`\\s(?:[\\w.-]+:)?(?:${names})\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g')
const rsids = attribute('rsid\\w*|paraIdParent|durableId|dateUtc|docId')
const makers = /\s((?:[\w.-]+:)?(?:author|initials|userId|providerId))\s*=\s*(?:"[^"]*"|'[^']*')/g
const days = /\s(?:[\w.-]+:)date\s*=\s*(?:"[^"]*"|'[^']*')/g
const elements =
  /<((?:[\w.-]+:)?(?:rsids|docVars|attachedTemplate|docId|chartTrackingRefBased|mailMerge))\b(?:[^>]*\/>|[^>]*>[\s\S]*?<\/\1>)/g
/** A picture is often named after its file. */
const pictureTag = /^<(?:[\w.-]+:)?(?:docPr|cNvPr)\b/
const pictureNames = /\s(name|title)\s*=\s*(?:"[^"]*"|'[^']*')/g

function withoutMakers(xml: string): string {
  return inTags(xml.replace(elements, ''), (tag) => {
    const clean = tag.replace(rsids, '').replace(days, '').replace(makers, ' $1=""')
    return pictureTag.test(tag) ? clean.replace(pictureNames, ' $1=""') : clean
  }).replace(/<\?mso[\s\S]*?\?>|<!--[\s\S]*?-->/g, '')
}

/** Changes what stands in tags, never what somebody wrote. */
const inTags = (xml: string, change: (tag: string) => string) =>
  xml.replace(/<[A-Za-z_](?:"[^"]*"|'[^']*'|[^>"'])*>/g, change)

/** A ZIP whose entries bear no day and nothing beside their bytes. */
function writeZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, bytes] of parts) {
    const [path, data] = [Buffer.from(name, 'utf8'), deflateRawSync(bytes)]
    // Version 2.0, UTF-8 names, deflated, 1 January 1980.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(0x0021, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(path.length, 22)
    const [local, central, tail] = [
      Buffer.from('PK\x03\x04'),
      Buffer.from('PK\x01\x02\x14\0'),
      Buffer.alloc(14),
    ]
    tail.writeUInt32LE(at, 10)
    files.push(local, common, path, data)
    directory.push(central, common, tail, path)
    at += local.length + common.length + path.length + data.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, listed, end])
}
