import type { ReactNode } from 'react'
import type { Language } from '../../words/format.ts'

/** Words from a Dutch document: on an English page they say so, for screen readers and translators. */
export function Original({ language, children }: { language: Language; children: ReactNode }) {
  return language === 'nl' ? children : <span lang="nl">{children}</span>
}

/** Private characters (Unicode 23.5) that no text of ours or theirs has a use for. */
const [open, close] = ['\uE000', '\uE001']
const marks = /[\uE000\uE001]/g

/** Marks words from a Dutch document, to stand within a sentence of ours that `Said` shows. */
export const dutch = (text: string): string => `${open}${text.replace(marks, '')}${close}`

/** A sentence without its marks, for where no markup can be. */
export const plainly = (sentence: string): string => sentence.replace(marks, '')

/** A sentence of ours; only the words in it that `dutch` marked are from a Dutch document. */
export function Said({ language, children }: { language: Language; children: string }) {
  if (language === 'nl') return plainly(children)
  return children.split(/\uE000([^\uE000\uE001]*)\uE001/).map((part, index) =>
    index % 2 === 0 ? (
      plainly(part)
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence, in their order
      <Original key={index} language={language}>
        {part}
      </Original>
    ),
  )
}
