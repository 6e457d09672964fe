import { en } from './en.ts'
import type { Language } from './format.ts'
import { nl } from './nl.ts'

/** Every sentence of the screens, in one language. Dutch is written first: its shape is the law for the others. */
export type Words = typeof nl

const dictionaries: Record<Language, Words> = { nl, en }

export function wordsIn(language: Language): Words {
  return dictionaries[language]
}
