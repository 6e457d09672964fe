import type { ReactNode } from 'react'
import { type Inline, layOut, type Passage } from './marks.ts'

export type SheetWords = {
  /** "Bladzijde 1 van 2" */
  pageOf: (page: number, pages: number) => string
  nextPage: string
  previousPage: string
  emptyPage: string
  /** Said before the number of a passage by a screen reader: "gegeven". */
  passage: string
}

/**
 * A document as a white sheet, page under page, its passages marked and numbered. Passage n has the id `pn`.
 * `hrefOf` says where a click on passage n leads (its field, a step of the dossier), null for nowhere.
 */
export function DocumentSheet(props: {
  label: string
  pages: readonly string[]
  passages: readonly Passage[]
  words: SheetWords
  hrefOf: (number: number) => string | null
  /** The id of passage n, when it is not `pn`. */
  idOf?: (number: number) => string
  headingLevel?: 2 | 3
}): ReactNode {
  const pages = layOut(props.pages, props.passages)
  const Heading = props.headingLevel === 3 ? 'h3' : 'h2'
  const { words } = props
  return (
    <article className="schakel-sheet" aria-label={props.label} data-sheet>
      {pages.map((page) => (
        <section
          key={page.number}
          id={`page-${page.number}`}
          className="schakel-sheet__page"
          aria-labelledby={`page-${page.number}-title`}
        >
          <div className="schakel-sheet__bar">
            <Heading id={`page-${page.number}-title`} className="schakel-sheet__number">
              {words.pageOf(page.number, pages.length)}
            </Heading>
            {pages.length > 1 && (
              <span className="schakel-sheet__turn">
                {page.number > 1 && <a href={`#page-${page.number - 1}`}>{words.previousPage}</a>}
                {page.number < pages.length && <a href={`#page-${page.number + 1}`}>{words.nextPage}</a>}
              </span>
            )}
          </div>
          <div lang="nl" className="schakel-sheet__text">
            {page.blocks.length === 0 && <p className="schakel-sheet__empty">{words.emptyPage}</p>}
            {page.blocks.map((block, index) => {
              const key = `b${index}`
              if (block.kind === 'paragraph') return <p key={key}>{inlines(block.content, props)}</p>
              return (
                // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list when its bullets are styled away
                <ul key={key} role="list" className="schakel-sheet__list">
                  {block.items.map((item, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes order
                    <li key={i}>
                      <span className="schakel-sheet__marker">{item.marker}</span>
                      <span>{inlines(item.content, props)}</span>
                    </li>
                  ))}
                </ul>
              )
            })}
          </div>
        </section>
      ))}
    </article>
  )
}

type Links = {
  hrefOf: (number: number) => string | null
  idOf?: (number: number) => string
  words: SheetWords
}

/** Cells of a row, which a tab parts, with a sign that is seen; after a label a space will do. */
const apart = (text: string) => text.replace(/:\t+/g, ': ').replace(/\t+/g, ' · ')

function inlines(content: readonly Inline[], links: Links, last = false): ReactNode[] {
  return content.map((node, index) => {
    const key = `i${index}`
    if (node.kind === 'break') return <br key={key} />
    if (node.kind === 'text') {
      const text = apart(node.text)
      if (node.shown === null) return text
      // The number stands inside the last link, so that it is one target to hit and one stop for the keyboard.
      const withNumber = last && index === content.length - 1
      return <Leaf key={key} number={node.shown} text={text} withNumber={withNumber} links={links} />
    }
    const inner = node.children.at(-1)
    return (
      <mark
        key={key}
        id={node.first ? (links.idOf?.(node.number) ?? `p${node.number}`) : undefined}
        data-p={node.number}
        className="schakel-passage"
      >
        {inlines(node.children, links, node.last)}
        {node.last && inner?.kind !== 'text' && (
          <Leaf number={node.number} text="" withNumber={true} links={links} />
        )}
      </mark>
    )
  })
}

function Leaf(props: { number: number; text: string; withNumber: boolean; links: Links }): ReactNode {
  const href = props.links.hrefOf(props.number)
  const number = props.withNumber && (
    <sup className="schakel-passage__number">
      <span className="schakel-hidden"> {props.links.words.passage} </span>
      {props.number}
    </sup>
  )
  if (href === null || (props.text.trim() === '' && !props.withNumber))
    return (
      <>
        {props.text}
        {number}
      </>
    )
  return (
    <a href={href} className="schakel-passage__link" tabIndex={props.withNumber ? undefined : -1}>
      {props.text}
      {number}
    </a>
  )
}
