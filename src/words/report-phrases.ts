import type { PhrasesOf } from '../programme/index.ts'
import { reportPhrases as english } from './en/report-phrases.ts'
import { reportPhrases as dutch } from './nl/report-phrases.ts'

/** A report is in the language in which it was begun, whatever the language of the page that it is written on. */
export const reportPhrasesOf: PhrasesOf = (language) => (language === 'en' ? english : dutch)
