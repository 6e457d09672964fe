import type { ReactNode } from 'react'
import type {
  Key,
  MotionRef,
  PossibleMatch,
  RepeatChoice,
  Review,
  ReviewMotion,
} from '../../council/index.ts'
import { capitalise, type Language } from '../../words/format.ts'
import type { Words } from '../../words/index.ts'
import type { FieldSet } from './fields.tsx'

export type CheckTerm = { checkTermMonths: number | null; source: string | null }

/** What the parts of the review form draw from. */
export type ReviewView = {
  set: FieldSet
  words: Words
  language: Language
  review: Review
  matches: Readonly<Record<Key, readonly PossibleMatch[]>>
  /** The municipality's term for looking whether a commitment was kept, on the day of the letter; and where it stands. */
  checkTerm: CheckTerm
  /** By key of a commitment: what it may say again. */
  repeats: Readonly<Record<Key, RepeatChoice>>
  /** What a clerk searched for beside one motion. */
  found: { motion: Key; search: string; motions: readonly MotionRef[] } | null
}

/** A part of the form under a heading; `id` is what a button leads back to. */
export function section(options: {
  id: string
  level: 2 | 3
  title: ReactNode
  actions?: ReactNode
  children: ReactNode
}): ReactNode {
  const Heading = options.level === 2 ? 'h2' : 'h3'
  return (
    <fieldset
      key={options.id}
      id={options.id}
      tabIndex={-1}
      className={`schakel-section schakel-section--${options.level}`}
    >
      <legend>
        <Heading>{options.title}</Heading>
      </legend>
      <div className="schakel-section__body">
        {options.children}
        {options.actions && <div className="schakel-actions">{options.actions}</div>}
      </div>
    </fieldset>
  )
}

/** Folded away, unless something in it needs attention. */
export function folded(
  view: ReviewView,
  title: ReactNode,
  prefixes: readonly string[],
  children: ReactNode,
): ReactNode {
  const needed = [...view.set.errors.keys(), ...view.set.others.keys()].some((pointer) =>
    prefixes.some((prefix) => pointer.startsWith(prefix)),
  )
  return (
    <details className="schakel-fold" open={needed}>
      <summary>{title}</summary>
      <div className="schakel-section__body">{children}</div>
    </details>
  )
}

export function pair(...children: ReactNode[]): ReactNode {
  return <div className="schakel-grid-2">{children}</div>
}

/** "motie H.4, Beter terug in de samenleving", as far as it is known. */
export function motionName(view: ReviewView, motion: ReviewMotion): string {
  const { review, words } = view
  const kind = words.terms.kind[review.kind === 'amendment' ? 'amendment' : 'motion']
  const index = review.motions.indexOf(motion)
  const name = [motion.number, motion.title && `“${motion.title}”`].filter(Boolean).join(', ')
  return name ? `${kind} ${name}` : `${kind} ${review.motions.length > 1 ? index + 1 : ''}`.trim()
}

/** The options of a select, each beginning with a capital. */
export function capitals(say: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(say).map(([key, text]) => [key, capitalise(text)]))
}

/** 0 → "a"; after z "aa". */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter
}
