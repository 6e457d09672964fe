import type { Language } from '../../words/format.ts'

/** Words from a document, marked as such. */
export function Quote({ language, children }: { language: Language; children: string }) {
  return (
    <q className="schakel-quote" lang={language === 'nl' ? undefined : 'nl'}>
      {children}
    </q>
  )
}
