import { type MergeField, mergeFieldNames, type PairChoices } from '../../../council/index.ts'

export type PostedMerge = {
  keptVersion: number
  goneVersion: number
  fields: Partial<Record<MergeField, 'kept' | 'gone'>>
  pairs: PairChoices
  sure: boolean
}

/** The posted form: `/veld/title` says whose title stands, `/verzoek/12` and `/deel/31` what is the same, `/verloop/verzoek/12` whose course stands. */
export function readMerge(form: FormData): PostedMerge {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const version = (name: string) => (/^[1-9]\d{0,8}$/.test(text(name)) ? Number(text(name)) : 0)
  const pairs: Record<string, string> = {}
  for (const name of form.keys())
    if (/^\/(verloop\/)?(verzoek|deel)\/\d{1,9}$/.test(name)) pairs[name.slice(1)] = text(name)
  const fields: PostedMerge['fields'] = {}
  for (const field of mergeFieldNames) {
    const chosen = text(`/veld/${field}`)
    if (chosen === 'kept' || chosen === 'gone') fields[field] = chosen
  }
  return {
    keptVersion: version('version'),
    goneVersion: version('otherVersion'),
    fields,
    pairs,
    sure: form.get('sure') === 'on',
  }
}
