import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import * as formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { root } from '../../root.ts'
import { pseudonyms } from './export-lines.ts'
import type { LineBody } from './records.ts'
import { accessRecord, decisionRecord, processingRecord, readingRecord } from './records.ts'

const settings = {
  registerBase: 'https://casework.example/register',
  source: { name: 'schakel', version: '0.1.0' },
  pseudonym: pseudonyms(Buffer.alloc(32, 7)),
}
const opened: LineBody = {
  id: '5b6f0c7e-0000-4000-8000-000000000001',
  at: 1_772_442_000_250,
  began: 1_772_442_000_200,
  event: 'case.opened',
  action: 'R',
  outcome: 'done',
  actor: {
    kind: 'staff',
    id: '5b6f0c7e-0000-4000-8000-00000000000a',
    municipality: 'testdorp',
    roles: ['care-worker'],
  },
  municipality: 'testdorp',
  trajectory: 7,
  parts: { note: [3] },
  fields: ['body'],
  purpose: 'care',
  basis: 'consent',
  relation: true,
  trace: 'ab'.repeat(16),
  span: 'cd'.repeat(8),
  activity: 'coordinate-care/1',
}
const refused: LineBody = {
  ...opened,
  event: 'case.refused',
  outcome: 'refused',
  reason: 'no-relation',
  relation: false,
}
const entered: LineBody = {
  ...opened,
  purpose: 'emergency',
  emergency: true,
  relation: false,
  activity: 'emergency-access/1',
}

describe('the four checks of NEN 7513', () => {
  test.each<[string, LineBody, string]>([
    ['who works with her, on her consent', opened, 'TTTF'],
    ['who works with her, on another ground', { ...opened, basis: 'public-task' }, 'TTFF'],
    ['refused', refused, 'FFTF'],
    ['an emergency', { ...entered, basis: 'vital-interest' }, 'TFFT'],
  ])('%s', (_, body, checks) => {
    const record = accessRecord(body, settings)
    const { autorisatieProtocol, behandelrelatieProtocol, toestemmingsProfiel, noodknop } = record
    expect([autorisatieProtocol, behandelrelatieProtocol, toestemmingsProfiel, noodknop].join('')).toBe(
      checks,
    )
  })
})

test('the three records share their trace; the access record says who, the processing record does not', () => {
  const records = [
    accessRecord(opened, settings),
    processingRecord(opened, settings)!,
    decisionRecord(opened),
  ]
  expect(records.map(({ trace_id }) => trace_id)).toEqual(Array(3).fill(opened.trace))
  expect(records[0]).toMatchObject({
    EventActionCode: 'R',
    EventOutcomeIndicator: 0,
    users: [{ userID: opened.actor.id, roleIDCode: ['care-worker'], purposeOfUse: 'care' }],
  })
  expect(JSON.stringify(records[1])).not.toContain(opened.actor.id)
})

test('a refusal is a decision and no error', () => {
  expect(decisionRecord(refused)).toMatchObject({
    request: { resource: { type: 'trajectory', id: '7' } },
    response: { decision: false, context: { reason: 'no-relation' } },
  })
  expect(processingRecord(refused, settings)?.status).toBe('Ok')
  expect(accessRecord(refused, settings).EventOutcomeIndicator).toBe(4)
})

test('whom it concerns bears another name, and the same one each time', () => {
  const name = processingRecord(opened, settings)?.attributes['dpl.core.data_subject_id']
  expect(name).toMatch(/^[0-9a-f]{64}$/)
  expect(accessRecord(entered, settings).participants[0]?.participantObjectID).toBe(name)
  const other = { ...settings, pseudonym: pseudonyms(Buffer.alloc(32, 8)) }
  expect(processingRecord(opened, other)?.attributes['dpl.core.data_subject_id']).not.toBe(name)
})

test('no processing record where nobody’s data were processed', () => {
  const { trajectory: _, ...rest } = opened
  expect(processingRecord({ ...rest, actor: { kind: 'system', name: 'keeper' } }, settings)).toBeNull()
  expect(processingRecord({ ...rest, sought: 99 }, settings)).toBeNull()
})

/** Where the schemas of the standard are at hand; elsewhere the test is told to be skipped. */
const folder = join(root, '..', 'shared', 'standards', 'ldv')

describe.skipIf(!existsSync(folder))('processing records fit the schemas of Logboek Dataverwerkingen', () => {
  const attributes = () => JSON.parse(readFileSync(join(folder, 'attributes.schema.json'), 'utf8'))
  /** The published text lacks a comma. */
  const reading = () =>
    JSON.parse(
      readFileSync(join(folder, 'lezen-openapi-1.1.0.json'), 'utf8').replace(
        /("_comment": "[^"]*")\s*\n/,
        '$1,\n',
      ),
    )
  const compile = () => {
    const ajv = new Ajv({ strict: false, allErrors: true })
    formats.default.default(ajv, ['uri', 'uuid', 'int64'])
    const { ProcessingActivity, TraceID, StartTime, EndTime } = reading().components.schemas
    ajv.addSchema(
      { components: { schemas: { TraceID, StartTime, EndTime, Attributes: attributes() } } },
      'lezen',
    )
    const local = JSON.parse(
      JSON.stringify(ProcessingActivity).replaceAll('#/components', 'lezen#/components'),
    )
    return ajv.compile(local)
  }

  test.each([opened, refused, entered, { ...opened, parent: 'ef'.repeat(8) }])('$event, $purpose', (body) => {
    const validate = compile()
    expect(validate(readingRecord(body, settings)), JSON.stringify(validate.errors)).toBe(true)
  })

  test('the check refuses a record that does not', () => {
    const validate = compile()
    const good = readingRecord(opened, settings)
    for (const part of [
      { status: 'Refused' },
      { spanId: 'x' },
      { attributes: { 'dpl.core.processing_activity_id': 'no uri' } },
    ])
      expect(validate({ ...good, ...part })).toBe(false)
  })
})
