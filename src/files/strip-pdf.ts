/**
 * A PDF written anew from its pages alone (ISO 32000): without information dictionary, XMP, earlier versions, attached files, scripts,
 * actions, form data, names and days of remarks, data of other programs, and without what a camera wrote along with its pictures. What
 * is locked, damaged, or hides pictures in a way that is not known here is not clean.
 */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import { stripJpeg } from './strip-image.ts'

const mostPages = 500
const mostObjects = 200_000

/** @returns null when it cannot be cleaned */
export async function stripPdf(bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    const from = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
    const pages = from.getPageIndices()
    if (pages.length === 0 || pages.length > mostPages) return null
    const to = await PDFDocument.create({ updateMetadata: false })
    for (const page of await to.copyPages(from, pages)) to.addPage(page)
    for (const [, object] of to.context.enumerateIndirectObjects()) cleanDeep(to.context, object)
    cleanStreams(to.context)
    keepReached(to.context)
    to.context.trailerInfo = { Root: to.context.trailerInfo.Root } as typeof to.context.trailerInfo
    return await to.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
  } catch (error) {
    // The library throws classes of its own and plain errors at what is damaged or locked.
    if (error instanceof Error) return null
    throw error
  }
}

const key = (name: string) => PDFName.of(name)
/** Of any dictionary: what tells who, when and with what, and what acts or carries along. */
const never = [
  ...[
    'Metadata',
    'PieceInfo',
    'LastModified',
    'AA',
    'OpenAction',
    'JS',
    'JavaScript',
    'AF',
    'EF',
    'EmbeddedFiles',
  ],
  ...[
    'Thumb',
    'ID',
    'OPI',
    'Ptex.FileName',
    'Ptex.InfoDict',
    'Alternates',
    'Measure',
    'GPTS',
    'SeparationInfo',
  ],
].map(key)
/** Of a remark or a field on a page. */
const personal = [
  'T',
  'TU',
  'TM',
  'M',
  'CreationDate',
  'NM',
  'RC',
  'Subj',
  'V',
  'DV',
  'Sig',
  'Lock',
  'DA',
  'FS',
].map(key)
const gone = new Set(
  ['FileAttachment', 'Sound', 'Movie', 'Screen', 'RichMedia', '3D', 'Popup', 'TrapNet', 'Projection'].map(
    (name) => `/${name}`,
  ),
)
const harmless = new Set(['/GoTo', '/URI', '/Named'])

/** Cleans every dictionary that stands in an object, up to the references. */
function cleanDeep(context: PDFContext, object: PDFObject): void {
  const left: PDFObject[] = [object]
  for (let one = left.pop(); one; one = left.pop()) {
    if (one instanceof PDFArray) {
      for (let i = one.size() - 1; i >= 0; i--) if (isGone(context, one.get(i))) one.remove(i)
      left.push(...one.asArray())
    }
    const dict = one instanceof PDFStream ? one.dict : one instanceof PDFDict ? one : null
    if (!dict) continue
    for (const name of never) dict.delete(name)
    if (isAnnotation(dict)) for (const name of personal) dict.delete(name)
    for (const name of ['A', 'PA'].map(key)) {
      const action = context.lookup(dict.get(name))
      if (action instanceof PDFDict && !harmless.has(String(context.lookup(action.get(key('S')))))) {
        dict.delete(name)
      }
    }
    left.push(...dict.values())
  }
}

const isAnnotation = (dict: PDFDict) => dict.has(key('Rect')) && dict.has(key('Subtype'))
const isGone = (context: PDFContext, value: PDFObject) => {
  const dict = context.lookup(value)
  return (
    dict instanceof PDFDict &&
    isAnnotation(dict) &&
    gone.has(String(context.lookup(dict.get(key('Subtype')))))
  )
}

/** Pictures that are a JPEG inside. @throws {Error} when one cannot be cleaned */
function cleanStreams(context: PDFContext): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    const filter = context.lookup(object.dict.get(key('Filter')))
    const filters = filter instanceof PDFArray ? filter.asArray().map(String) : filter ? [String(filter)] : []
    if (filters.includes('/JPXDecode') || filters.includes('/Crypt')) throw new Error('not known here')
    if (!filters.includes('/DCTDecode')) continue
    if (filters.length > 1) throw new Error('a JPEG inside another filter')
    const clean = stripJpeg(object.contents, { profile: false })
    if (!clean) throw new Error('a damaged JPEG')
    object.dict.set(key('Length'), PDFNumber.of(clean.length))
    context.assign(ref, PDFRawStream.of(object.dict, clean))
  }
}

/** Leaves out what nothing points at any more. */
function keepReached(context: PDFContext): void {
  const reached = new Set<PDFRef>()
  const left: PDFObject[] = [context.trailerInfo.Root as PDFObject]
  for (let one = left.pop(); one; one = left.pop()) {
    if (one instanceof PDFRef) {
      if (reached.has(one)) continue
      reached.add(one)
      if (reached.size > mostObjects) throw new Error('too many objects')
      const target = context.lookup(one)
      if (target) left.push(target)
    } else if (one instanceof PDFArray) left.push(...one.asArray())
    else if (one instanceof PDFStream) left.push(...one.dict.values())
    else if (one instanceof PDFDict) left.push(...one.values())
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
}
