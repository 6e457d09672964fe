import type { ReactNode } from 'react'
import { type Block, type DocumentLanguage, linkedPieces } from '../../../documents-out/index.ts'

/** A letter as it will read, on the page. The headings of the letter stand two below those of the page. */
export function LetterPreview({
  blocks,
  language = 'nl',
}: {
  blocks: readonly Block[]
  language?: DocumentLanguage
}) {
  return (
    <article className="schakel-letter-preview" lang={language}>
      {blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a document have no other name than their place
        <BlockView key={i} block={block} />
      ))}
    </article>
  )
}

/** Addresses lead where they lead in the file. */
const linked = (text: string): ReactNode =>
  linkedPieces(text).map((piece, i) =>
    piece.address ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no other name than their place
      <a key={i} className="utrecht-link utrecht-link--html-a" href={piece.text}>
        {piece.text}
      </a>
    ) : (
      piece.text
    ),
  )

function BlockView({ block }: { block: Block }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <h3>{block.text}</h3>
      ) : block.level === 2 ? (
        <h4>{block.text}</h4>
      ) : (
        <h5>{block.text}</h5>
      )
    case 'paragraph':
      return <p className={block.quiet ? 'schakel-hint' : undefined}>{linked(block.text)}</p>
    case 'list': {
      const items = block.items.map((item) => <li key={item}>{linked(item)}</li>)
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'address':
      return <p>{block.lines.join(', ')}</p>
    case 'reference':
      return (
        <dl>
          {block.rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'quotation':
      return (
        <blockquote>
          {block.blocks.map((inner, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <BlockView key={i} block={inner} />
          ))}
          {block.source !== null && <p className="schakel-hint">{linked(block.source)}</p>}
        </blockquote>
      )
    case 'signatures':
      return (
        <div>
          <p>{block.intro}</p>
          {block.signatories.map(({ role, name }) => (
            <p key={role}>
              {role} {name ?? '…'}
            </p>
          ))}
        </div>
      )
    case 'table':
      return (
        <div className="schakel-letter-table">
          <table>
            <thead>
              <tr>
                {block.head.map((cell, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <th key={i} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((cells, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <tr key={i}>
                  {cells.map((cell, j) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    <td key={j}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
  }
}
