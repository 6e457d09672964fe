import type { ReactNode } from 'react'
import type { Language } from '../../words/format.ts'

/** Words from a Dutch document: on an English page they say so, for screen readers and translators. */
export function Original({ language, children }: { language: Language; children: ReactNode }) {
  return language === 'nl' ? children : <span lang="nl">{children}</span>
}
