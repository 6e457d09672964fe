import { mergeText, type TextConflict } from '../../merge-text.ts'
import { type ComposedSection, isEdited, type LetterSection, newSection } from './letter.ts'

export type SectionChange =
  /** The register says something else now than when this was composed. `fresh`: what it would be today. */
  | { kind: 'changed'; fresh: string }
  /** Something that the letter has no section for yet. */
  | { kind: 'new'; fresh: string }
  /** Nothing in the register asks for this section any more. */
  | { kind: 'gone' }

/** What changed in the register since a letter was composed, by key of the section. Pure. */
export function sectionChanges(
  sections: readonly LetterSection[],
  fresh: readonly ComposedSection[],
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
 * Takes the register's changes into a letter, all of them or those of `keys`. What people wrote stays: paragraphs are merged, and
 * where both changed the same ones theirs is returned as a conflict. A section that is gone goes only when nobody edited it. Pure.
 */
export function renewSections(
  sections: readonly LetterSection[],
  fresh: readonly ComposedSection[],
  keys: ReadonlySet<string> | 'all',
): { sections: LetterSection[]; conflicts: { key: string; conflicts: TextConflict[] }[] } {
  const asked = (key: string) => keys === 'all' || keys.has(key)
  const conflicts: { key: string; conflicts: TextConflict[] }[] = []
  const old = new Map(sections.map((section) => [section.key, section]))
  const renewed = fresh.flatMap((one): LetterSection[] => {
    const section = old.get(one.key)
    old.delete(one.key)
    if (!section) return asked(one.key) ? [newSection(one)] : []
    if (!asked(one.key)) return [section]
    const merged = mergeText(section.composed, section.text, one.text)
    if (merged.conflicts.length > 0) conflicts.push({ key: one.key, conflicts: merged.conflicts })
    const { text, ...rest } = one
    return [{ ...rest, composed: text, text: merged.text }]
  })
  const kept = [...old.values()].filter((section) => !asked(section.key) || isEdited(section))
  // What has no place of its own any more stands before the closing words.
  const end = renewed.findIndex(({ kind }) => kind === 'closing')
  renewed.splice(end < 0 ? renewed.length : end, 0, ...kept)
  return { sections: renewed, conflicts }
}
