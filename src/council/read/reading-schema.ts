import { z } from 'zod'
import { documentErrorCodes } from '../../errors.ts'
import {
  bases,
  claims,
  clauseKinds,
  documentKinds,
  domains,
  outcomes,
  personalDataKinds,
  pillarKeys,
  type Reading,
  requestActs,
  requestKinds,
  termRules,
  voteChoices,
  warningCodes,
} from './reading.ts'

/**
 * The shape of a reading as a schema, the source of `docs/schemas`. Only scripts and tests use it: the types of `reading.ts` are what
 * the program goes by, and the last lines of this file refuse to compile when the two differ.
 */

const date = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)
  .meta({ id: 'date', description: 'A calendar date, ISO 8601.' })
const text = z.string().min(1)
const orNull = <T extends z.ZodType>(type: T) => type.nullable()

const span = z
  .strictObject({
    page: z.int().min(1).meta({ description: 'From 1.' }),
    start: z.int().min(0).meta({ description: "Inclusive, in UTF-16 units of the page's text in NFC." }),
    end: z.int().min(0).meta({ description: 'Exclusive.' }),
  })
  .meta({ id: 'span', description: 'A slice of one page.' })
const at = z.array(span).meta({
  id: 'at',
  description: 'Slices in reading order; several where a page break, header or footer cuts a passage.',
})

const term = z
  .strictObject({ text, notBefore: orNull(date), notAfter: orNull(date), rule: z.enum(termRules) })
  .meta({
    id: 'term',
    description: 'A term as printed, with the dates that follow from it; never an invented date.',
  })

const letter = z
  .strictObject({
    date: orNull(date),
    subject: orNull(text),
    reference: orNull(text),
    registryNumber: orNull(text).meta({ description: 'Normalised: RIS302261.' }),
    addressee: orNull(text).meta({ description: 'As printed.' }),
    place: orNull(text),
    department: orNull(text).meta({ description: 'Dienst.' }),
    unit: orNull(text).meta({ description: 'Afdeling.' }),
    contact: z.strictObject({ name: orNull(text), phone: orNull(text), email: orNull(text) }),
    signatories: z.array(z.strictObject({ name: text, role: orNull(text), acting: z.boolean() })),
  })
  .meta({ id: 'letter' })

const clause = z.strictObject({ kind: z.enum(clauseKinds), text, at }).meta({ id: 'clause' })
const part = z.strictObject({ text, domain: orNull(z.enum(domains)), at }).meta({ id: 'part' })
const request = z
  .strictObject({
    kind: z.enum(requestKinds),
    act: z.enum(requestActs),
    addressee: orNull(text),
    text,
    deadline: orNull(term),
    periodic: orNull(z.strictObject({ text, months: z.number().positive() })),
    parts: z
      .array(part)
      .meta({ description: 'At least two matters, or none: then the request counts as one.' }),
    at,
  })
  .meta({ id: 'request' })

const votes = z
  .strictObject({
    parties: z.array(z.strictObject({ party: text, vote: z.enum(voteChoices) })),
    for: orNull(z.int().min(0)),
    against: orNull(z.int().min(0)),
  })
  .meta({ id: 'votes' })

const motion = z
  .strictObject({
    number: orNull(text),
    title: orNull(text),
    registryNumber: orNull(text),
    date: orNull(date).meta({ description: 'Of the meeting.' }),
    outcome: z.enum(outcomes),
    proposal: orNull(z.strictObject({ title: orNull(text), registryNumber: orNull(text) })),
    submitters: z.array(z.strictObject({ name: text, party: orNull(text) })),
    votes: orNull(votes),
    clauses: z.array(clause),
    requests: z.array(request),
    closingFormula: z.boolean(),
  })
  .meta({ id: 'motion' })

export const readingSchema = z
  .strictObject({
    kind: z.enum(documentKinds),
    letter: orNull(letter),
    motions: z.array(motion),
    commitments: z.array(z.strictObject({ text, due: orNull(term), at }).meta({ id: 'commitment' })),
    pillars: z.array(z.strictObject({ key: z.enum(pillarKeys), text, at })),
    domains: z.array(z.strictObject({ key: z.enum(domains), text, at })),
    settlement: z.array(
      z
        .strictObject({
          motion: z.int().min(0).meta({ description: 'Index in `motions`.' }),
          claim: z.enum(claims),
          basis: z.enum(bases),
          text: orNull(text),
          at,
        })
        .meta({ id: 'settlement' }),
    ),
    personalData: z
      .array(z.strictObject({ kind: z.enum(personalDataKinds), text, at }))
      .meta({ description: 'Of civil servants: what publication must redact.' }),
    warnings: z.array(z.enum(warningCodes)),
    passages: z.record(z.string().regex(/^(?:\/(?:[^~/]|~[01])*)+$/), at).meta({
      description:
        'JSON pointer → where, for every value from the document that does not carry its own `at`.',
    }),
  })
  .meta({ title: 'What Schakel read in one council paper' })

const file = z.string().meta({ description: 'The name as it was given.' })

/** The refusal that a line of the command line carries. */
export const lineError = z.strictObject({ code: z.enum(documentErrorCodes), message: z.string() })

/** The shapes of one line of `schakel read --json`, apart from the reading itself. */
export const lineParts = {
  file,
  text: z
    .array(z.string())
    .meta({ description: 'The text of each page, in NFC: what the offsets of `at` count in.' }),
  error: lineError,
}

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
/** Does not compile when the schema and the type `Reading` differ. */
export const sameAsReading: Same<z.infer<typeof readingSchema>, Reading> = true
