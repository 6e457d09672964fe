import type { Motion, Reading, Request, Term } from '../council/read/reading.ts'
import { formatDate } from '../words/format.ts'
import type { CliLanguage } from './arguments.ts'

export async function summaryWords(language: CliLanguage) {
  const [{ cliWords }, { termWords }, { errorWords }] =
    language === 'nl'
      ? await Promise.all([
          import('../words/nl/cli.ts'),
          import('../words/nl/terms.ts'),
          import('../words/nl/errors.ts'),
        ])
      : await Promise.all([
          import('../words/en/cli.ts'),
          import('../words/en/terms.ts'),
          import('../words/en/errors.ts'),
        ])
  return { language, cli: cliWords, terms: termWords, errors: errorWords }
}

export type SummaryWords = Awaited<ReturnType<typeof summaryWords>>

/** What a terminal would take for a command is shown as a sign that stands for it. */
export function printable(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}

/** A reading as a few lines for people, without a line end. */
export function summarise(file: string, reading: Reading, words: SummaryWords): string {
  const { cli, terms, language } = words
  const { letter } = reading
  const date = letter?.date ? formatDate(letter.date, language) : null
  const lines = [file, `  ${facts([terms.kind[reading.kind], date, letter?.reference, letter?.subject])}`]
  for (const motion of reading.motions) lines.push(...motionLines(motion, words))
  for (const { motion, claim, basis } of reading.settlement) {
    const number = reading.motions[motion]?.number
    const grounds = claim === 'none' || basis === 'unstated' ? null : terms.basis[basis]
    lines.push(
      `  ${cli.settlement}${number ? ` ${number}` : ''}: ${[terms.claim[claim], grounds].filter(Boolean).join(', ')}`,
    )
  }
  for (const { text, due } of reading.commitments)
    lines.push(`  ${cli.commitment}: ${text}${due ? ` (${termText(due, words)})` : ''}`)
  for (const warning of reading.warnings) lines.push(`  ${cli.attention}: ${terms.warning[warning]}`)
  return printable(lines.join('\n'))
}

function motionLines(motion: Motion, words: SummaryWords): string[] {
  const { cli, terms, language } = words
  const title = [cli.motion, motion.number, motion.title && `“${motion.title}”`].filter(Boolean).join(' ')
  const date = motion.date ? formatDate(motion.date, language) : null
  const by = motion.submitters.map(({ name, party }) => (party ? `${name} (${party})` : name)).join(', ')
  return [
    `  ${facts([title, date, terms.outcome[motion.outcome]])}`,
    ...(by ? [`    ${cli.by} ${by}`] : []),
    `    ${facts([cli.clauses(motion.clauses.length), cli.requests(motion.requests.length)])}`,
    ...motion.requests.flatMap((request) => requestLines(request, words)),
  ]
}

function requestLines(request: Request, words: SummaryWords): string[] {
  const { cli, terms } = words
  const addressee = request.addressee ? ` ${request.addressee}` : ''
  const lines = [`    - ${terms.request[request.kind]}${addressee}: ${request.text}`]
  if (request.deadline) lines.push(`      ${cli.deadline}: ${termText(request.deadline, words)}`)
  for (const part of request.parts)
    lines.push(`      · ${part.text}${part.domain ? ` (${terms.domain[part.domain]})` : ''}`)
  return lines
}

function termText({ text, notBefore, notAfter, rule }: Term, { cli, terms, language }: SummaryWords): string {
  const from = notBefore && formatDate(notBefore, language)
  const to = notAfter && formatDate(notAfter, language)
  const dates =
    from && to
      ? from === to
        ? from
        : cli.between(from, to)
      : from
        ? cli.from(from)
        : to
          ? cli.until(to)
          : terms.rule[rule]
  return `${text}: ${dates}`
}

function facts(values: (string | null | undefined)[]): string {
  return values.filter(Boolean).join(' · ')
}
