import { type FieldError, Invalid } from '../../../../errors.ts'
import { type CleanFile, cleanFile, mostFile } from '../../../../files/clean-file.ts'
import { mostFiles } from '../../../../reintegration/index.ts'

/** In bytes: more files than may be kept still come back with what was typed beside them. */
export const uploadLimit = (mostFiles + 2) * mostFile

/**
 * The files of a form, clean.
 * @throws {Invalid} `files`, so that what was typed beside them comes back
 */
export async function filesIn(data: FormData, name = 'files'): Promise<CleanFile[]> {
  const given = data.getAll(name).filter((value): value is File => value instanceof File && value.size > 0)
  const refuse = (code: string): never => {
    const errors: FieldError[] = [{ field: name, code }]
    throw new Invalid('form-invalid', errors)
  }
  if (given.length > mostFiles) return refuse('too-many-files')
  const clean: CleanFile[] = []
  for (const file of given) {
    if (file.size > mostFile) return refuse('file-too-large')
    const one = await cleanFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    if (typeof one === 'string') return refuse(one)
    clean.push(one)
  }
  return clean
}
