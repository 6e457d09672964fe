import { mergeText, type TextConflict } from './merge-text.ts'

/** A part of a text that Schakel composes of facts and people edit. `text` in the writing of `documents-out/section-text.ts`. */
export type Composed = {
  /** Stable between drafts of the same text. */
  key: string
  /** One of kind `closing` stays last. */
  kind: string
  heading: string | null
  text: string
}
/** `composed`: what Schakel made of the facts; `text`: what stands there now. Equal until somebody edits. */
export type Kept<C extends Composed> = C & { composed: string }

export const newSection = <C extends Composed>(section: C): Kept<C> => ({
  ...section,
  composed: section.text,
})
export const isEdited = (section: { composed: string; text: string }) => section.text !== section.composed

export type SectionChange =
  /** The facts say something else now than when this was composed. `fresh`: what it would be today. */
  | { kind: 'changed'; fresh: string }
  /** Something that there is no section for yet. */
  | { kind: 'new'; fresh: string }
  /** No fact asks for this section any more. */
  | { kind: 'gone' }

/** What changed in the facts since a text was composed, by key of the section. Pure. */
export function sectionChanges(
  sections: readonly Kept<Composed>[],
  fresh: readonly Composed[],
): Map<string, SectionChange> {
  const changes = new Map<string, SectionChange>()
  for (const section of sections) {
    const now = fresh.find(({ key }) => key === section.key)
    if (!now) changes.set(section.key, { kind: 'gone' })
    else if (now.text !== section.composed || now.heading !== section.heading)
      changes.set(section.key, { kind: 'changed', fresh: now.text })
  }
  for (const { key, text } of fresh) {
    if (!sections.some((section) => section.key === key)) changes.set(key, { kind: 'new', fresh: text })
  }
  return changes
}

/**
 * Takes changes of the facts into a text, all of them or those of `keys`. What people wrote stays: paragraphs are merged, and where both
 * changed the same ones theirs is returned as a conflict. A section that is gone goes only when nobody edited it. Pure.
 */
export function renewSections<C extends Composed>(
  sections: readonly Kept<C>[],
  fresh: readonly C[],
  keys: ReadonlySet<string> | 'all',
): { sections: Kept<C>[]; conflicts: { key: string; conflicts: TextConflict[] }[] } {
  const asked = (key: string) => keys === 'all' || keys.has(key)
  const conflicts: { key: string; conflicts: TextConflict[] }[] = []
  const old = new Map(sections.map((section) => [section.key, section]))
  const renewed = fresh.flatMap((one): Kept<C>[] => {
    const section = old.get(one.key)
    old.delete(one.key)
    if (!section) return asked(one.key) ? [newSection(one)] : []
    if (!asked(one.key)) return [section]
    const merged = mergeText(section.composed, section.text, one.text)
    if (merged.conflicts.length > 0) conflicts.push({ key: one.key, conflicts: merged.conflicts })
    return [{ ...one, composed: one.text, text: merged.text }]
  })
  const kept = [...old.values()].filter((section) => !asked(section.key) || isEdited(section))
  // What has no place of its own any more stands before the closing words.
  const end = renewed.findIndex(({ kind }) => kind === 'closing')
  renewed.splice(end < 0 ? renewed.length : end, 0, ...kept)
  return { sections: renewed, conflicts }
}

/**
 * What one typed since `base`, joined with what stands there `now`, paragraph by paragraph; `typed` by key of the section. Where both
 * changed the same paragraphs the typed ones stay, and `others` holds what the other wrote. Pure.
 */
export function mergeTyped<C extends Composed>(
  base: readonly Kept<Composed>[],
  typed: Readonly<Record<string, string>>,
  now: readonly Kept<C>[],
): { sections: Kept<C>[]; others: Map<string, string[]> } {
  const others = new Map<string, string[]>()
  const sections = now.map((section) => {
    const mine = typed[section.key]
    if (mine === undefined) return section
    const was = base.find(({ key }) => key === section.key)?.text ?? section.composed
    const { text, conflicts } = mergeText(was, mine, section.text)
    const theirs = conflicts.map((one) => one.theirs)
    if (theirs.length > 0) others.set(section.key, theirs)
    return { ...section, text }
  })
  return { sections, others }
}
