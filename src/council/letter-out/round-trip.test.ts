import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { fields, motions } from '../../../test/letters.ts'
import { closeMaker, makeDocument } from '../../documents-out/index.ts'
import { letterPhrases } from '../../words/nl/letter-phrases.ts'
import { closeOpeners, openDocument } from '../open-document/index.ts'
import { read } from '../read/index.ts'
import { findParts } from '../read/parts.ts'
import type { Reading } from '../read/reading.ts'
import { claimOfMotion, composeLetter } from './compose-letter.ts'
import type { LetterMotion, Standing } from './facts.ts'
import { type LetterFields, newSection } from './letter.ts'
import { letterDocument } from './letter-document.ts'

afterAll(() => {
  closeMaker()
  closeOpeners()
})

/** The days on which the letter says that the council will hear more: of each set of parts the first, each day once per motion. */
function checkDays(motion: LetterMotion): string[] {
  const days = motion.matters.flatMap(({ standing }) => firstDue(standing))
  return [...new Set(days)].sort()
}
function firstDue(standing: Standing): string[] {
  if (standing.kind === 'running' || standing.outcome !== 'announced') return []
  const open = standing.commitments
    .filter((one) => one.due && (one.state === 'open' || one.state === 'late'))
    .sort((a, b) => (a.due!.on < b.due!.on ? -1 : 1))
  return open[0]?.state === 'open' ? [open[0].due!.on] : []
}

function expectSame(reading: Reading, fields: LetterFields, all: readonly LetterMotion[]): void {
  const { letter } = reading
  expect(reading.kind).toBe('settlement-letter')
  expect({
    date: letter?.date,
    subject: letter?.subject,
    reference: letter?.reference,
    registryNumber: letter?.registryNumber,
    addressee: letter?.addressee,
    department: letter?.department,
    unit: letter?.unit,
    contact: letter?.contact,
    signatories: letter?.signatories,
  }).toEqual({
    date: fields.date,
    subject: fields.subject,
    reference: fields.reference,
    registryNumber: fields.registryNumber,
    addressee: fields.addressee,
    department: fields.department,
    unit: fields.unit,
    contact: { name: fields.contactName, phone: fields.contactPhone, email: fields.contactEmail },
    signatories: fields.signatories
      .filter(({ name }) => name !== null)
      .map(({ name, role }) => ({ name, role, acting: false })),
  })
  expect(
    reading.motions.map(
      ({ number, title, registryNumber, date, outcome, submitters, closingFormula, requests }) => ({
        number,
        title,
        registryNumber,
        date,
        outcome,
        submitters,
        closingFormula,
        requests: requests.map(({ kind, addressee, text }) => ({ kind, addressee, text })),
      }),
    ),
  ).toEqual(
    all.map(({ number, title, registryNumber, dated, outcome, submitters, closingFormula, requests }) => ({
      number,
      title,
      registryNumber,
      date: dated,
      outcome,
      submitters,
      closingFormula,
      requests,
    })),
  )
  expect(
    reading.motions.map(({ requests }) => requests.map(({ parts }) => parts.map(({ text }) => text))),
  ).toEqual(
    all.map(({ requests }) =>
      requests.map(({ text }) => findParts(text).map(({ start, end }) => text.slice(start, end))),
    ),
  )
  all.forEach((motion, i) => {
    const { claim, outcomes } = claimOfMotion(motion)
    const found = reading.settlement[i]
    expect({ motion: found?.motion, claim: found?.claim }).toEqual({ motion: i, claim })
    if (outcomes.length > 0) {
      const ground = outcomes.includes('announced')
        ? 'announced'
        : (['overtaken', 'transferred', 'absorbed'] as const).find((one) => outcomes.includes(one))
      expect(found?.basis).toBe(ground ?? 'carried-out')
    }
  })
  const days = reading.commitments.map(({ due }) => due?.notAfter)
  expect(days.sort()).toEqual(all.flatMap(checkDays).sort())
}

const letters = fc.record({
  all: motions,
  fields,
  decidingBody: fc.constantFrom('college' as const, 'council-on-proposal' as const),
})

test.for(['docx', 'pdf'] as const)(
  'what Schakel writes as %s, its reader reads back without loss',
  { timeout: 240_000 },
  async (format) => {
    await fc.assert(
      fc.asyncProperty(letters, async ({ all, fields: some, decidingBody }) => {
        const composed = composeLetter({ decidingBody, motions: all }, letterPhrases)
        const block: LetterFields = { ...some, subject: composed.subject }
        const content = { fields: block, sections: composed.sections.map(newSection) }
        const bytes = await makeDocument(letterDocument(content, 'Waterstad', letterPhrases), format)
        const { pages } = await openDocument(bytes, `brief.${format}`)
        try {
          expectSame(read({ pages }), block, all)
        } catch (error) {
          if (process.env.SHOW_PAGES) console.log(pages.join('\n=====\n'))
          throw error
        }
      }),
      {
        numRuns: Number(process.env.RUNS ?? 40),
        endOnFailure: true,
        ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}),
      },
    )
  },
)
