import {
  Button,
  Heading1,
  Link,
  Paragraph,
  RadioButton,
  Select,
  SelectOption,
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import {
  type ImportAtDesk,
  outcomes,
  settlementMeanings,
  statusMeanings,
  type WordGuess,
  type WordGuesses,
} from '../../../council/index.ts'
import { capitalise, formatNumber } from '../../../words/format.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import { Part } from '../../components/part.tsx'
import type { DeskRequest, Screen } from '../../page.ts'
import { importCrumbs, importPath } from './paths.ts'

/** "Wat betekenen de woorden?": what each word for an outcome, status or settlement stands for. */
export function wordsScreen(request: DeskRequest, list: ImportAtDesk, guesses: WordGuesses): Screen {
  const w = request.words.import
  const columns = list.mapping?.columns ?? []
  const settles = columns.includes('status') || columns.includes('settlement')
  const nothing = columns.includes('outcome') && !settles
  return {
    title: w.words.title,
    nav: 'import',
    crumbs: importCrumbs(request),
    body: (
      <Stack size="l">
        <Stack size="s">
          <p className="schakel-over">
            <span>{w.step(2, w.steps[1]!)}</span>
            <span>{list.fileName}</span>
          </p>
          <Heading1>{w.words.title}</Heading1>
          <p className="schakel-soft">{w.words.lead}</p>
        </Stack>
        <form method="post" action={importPath(request, list.id)}>
          <input type="hidden" name="version" value={list.version} />
          <input type="hidden" name="action" value="words" />
          <Stack size="l">
            {columns.includes('outcome')
              ? words(request, 'outcomes', w.words.outcomes, guesses.outcomes, outcomeOptions(request))
              : outcomeOfAll(request, guesses)}
            {words(request, 'statuses', w.words.statuses, guesses.statuses, statusOptions(request))}
            {words(
              request,
              'settlements',
              w.words.settlements,
              guesses.settlements,
              settlementOptions(request),
            )}
            {settles && decidedBy(request, guesses)}
            {nothing && guesses.outcomes.length === 0 && <Paragraph>{w.words.nothing}</Paragraph>}
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {w.words.button}
              </Button>
              <Link href={`${importPath(request, list.id)}?stap=kolommen`}>{w.words.back}</Link>
            </Actions>
          </Stack>
        </form>
      </Stack>
    ),
  }
}

type Option = { value: string; label: string }

const outcomeOptions = ({ words }: DeskRequest): Option[] =>
  outcomes.map((value) => ({ value, label: capitalise(words.terms.outcome[value]) }))

const statusOptions = ({ words }: DeskRequest): Option[] =>
  statusMeanings.map((value) => {
    const { status, settledAs } = words.import.words
    const label =
      value === 'open' || value === 'in-progress' || value === 'settled' || value === 'unknown'
        ? status[value]
        : settledAs(words.life.outcome[value])
    return { value, label: capitalise(label) }
  })

const settlementOptions = ({ words }: DeskRequest): Option[] =>
  settlementMeanings.map((value) => ({
    value,
    label: capitalise(value === 'unknown' ? words.import.words.unknown : words.life.outcome[value]),
  }))

function words(
  request: DeskRequest,
  kind: string,
  title: string,
  guesses: readonly WordGuess[],
  options: readonly Option[],
): ReactNode {
  if (guesses.length === 0) return null
  const w = request.words.import.words
  return (
    <Part id={kind} title={title}>
      <Table className="schakel-import__table">
        <TableCaption className="schakel-hidden">{title}</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHeaderCell scope="col">{w.printed}</TableHeaderCell>
            <TableHeaderCell scope="col" numericColumn>
              {w.count}
            </TableHeaderCell>
            <TableHeaderCell scope="col">{w.means}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {guesses.map((guess) => (
            <TableRow key={guess.folded}>
              <TableHeaderCell scope="row">{guess.printed}</TableHeaderCell>
              <TableCell numericColumn>{formatNumber(guess.count, request.language)}</TableCell>
              <TableCell>
                <Select
                  name={`${kind}:${guess.folded}`}
                  aria-label={w.choose(guess.printed)}
                  defaultValue={guess.value}
                >
                  {options.map((option) => (
                    <SelectOption key={option.value} value={option.value}>
                      {option.label}
                    </SelectOption>
                  ))}
                </Select>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Part>
  )
}

function outcomeOfAll(request: DeskRequest, guesses: WordGuesses): ReactNode {
  const w = request.words.import.words
  return (
    <div className="schakel-field">
      <label className="utrecht-form-label" htmlFor="uitslag-van-alle">
        {w.outcomeOfAll}
      </label>
      <Select id="uitslag-van-alle" name="outcome-of-all" defaultValue={guesses.outcomeOfAll}>
        {outcomeOptions(request).map((option) => (
          <SelectOption key={option.value} value={option.value}>
            {option.label}
          </SelectOption>
        ))}
      </Select>
    </div>
  )
}

function decidedBy(request: DeskRequest, guesses: WordGuesses): ReactNode {
  const w = request.words.import.words
  return (
    <fieldset className="schakel-choices">
      <legend>{w.decidedBy}</legend>
      {(['council', 'college', 'none'] as const).map((value) => (
        <div key={value} className="schakel-tick">
          <RadioButton
            id={`besloten-${value}`}
            name="decided-by"
            value={value}
            defaultChecked={guesses.decidedBy === value}
          />
          <label htmlFor={`besloten-${value}`}>{capitalise(w.decided[value])}</label>
        </div>
      ))}
      <p className="schakel-hint">{w.evidence}</p>
    </fieldset>
  )
}
