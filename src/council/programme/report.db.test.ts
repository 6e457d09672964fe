/** A report of a programme, from its first draft to the document that everybody reads. */
import { afterAll, describe, expect } from 'vitest'
import { test } from '../../../test/database.ts'
import { announcement, as, words } from '../../../test/life.ts'
import { publishedWords, registerProgramme } from '../../../test/programme.ts'
import type { Ctx, Role } from '../../ctx.ts'
import { closeMaker } from '../../documents-out/index.ts'
import {
  addMilestone,
  beginReport,
  changeMilestone,
  editReport,
  passReport,
  reachMilestone,
  renewReport,
  reportAtDesk,
  reportContentAt,
  reportFile,
  reportsAtDesk,
  sendReport,
  serve,
  setMoney,
  undoReportStep,
} from '../../programme/index.ts'
import { reportPhrasesOf as phrases } from '../../words/report-phrases.ts'
import { deskDocument } from '../desk-documents.ts'
import { readerOf } from '../life/index.ts'
import { closeOpeners } from '../open-document/index.ts'
import { publicDocument } from '../public-document.ts'
import { reportRegister as register, registerSentReport, reportPapers } from './register-report.ts'
import { reportNames } from './report-names.ts'

afterAll(() => {
  closeMaker()
  closeOpeners()
})

const day = '2025-01-15'
const names = reportNames({
  programme: (slug) => `https://schakel.example/testdorp/programma/${slug}`,
  document: ({ year, slug }) => `https://schakel.example/testdorp/stukken/${year}/${slug}`,
  served: ({ place }) => place && `https://schakel.example/testdorp/${place.page}#${place.anchor}`,
})
const scope = { kind: 'interim', language: 'nl', from: '2024-07-01', to: '2024-12-31' } as const
const inside =
  (ctx: Ctx) =>
  <T>(work: (inner: Ctx) => Promise<T>) =>
    work(ctx)

/** One milestone reached by words of the letter, one moved with a reason, one late; money over budget; a request that is served. */
async function worked(ctx: Ctx) {
  const sample = await registerProgramme(ctx)
  const officer = await as(ctx, 'policy-officer', '2024-09-10')
  const add = (action: number, title: string, dueOn: string) =>
    addMilestone(officer, { action, title, dueOn })
  const printed = await add(sample.lessons, 'Lesbrief gedrukt', '2024-10-01')
  await reachMilestone(
    officer,
    { milestone: printed.id, version: 1, evidence: [words(sample.document, announcement)] },
    publishedWords,
  )
  const benches = await add(sample.benches, 'Banken geplaatst', '2024-11-01')
  await changeMilestone(officer, {
    milestone: benches.id,
    version: 1,
    dueOn: '2025-03-01',
    extendAction: true,
    reason: 'De leverancier is later',
  })
  await add(sample.rounds, 'Eerste ronde gelopen', '2024-12-01')
  await serve(officer, {
    programme: sample.programme,
    action: sample.lessons,
    kind: 'matter',
    of: sample.matters[0]!,
  })
  await setMoney(officer, {
    programme: sample.programme,
    action: sample.lessons,
    year: 2024,
    version: null,
    budget: 100_000,
    committed: 150_000,
    reason: 'Het drukken was duurder',
  })
  return sample
}
async function begun(ctx: Ctx) {
  const sample = await worked(ctx)
  const officer = await as(ctx, 'policy-officer', day)
  const { report } = await beginReport(officer, { programme: sample.programme, scope, names, phrases })
  const found = (who: Ctx = officer) => reportAtDesk(who, { report, names, register, phrases })
  const textOf = async (key: string) => (await found()).content.sections.find((one) => one.key === key)!.text
  return { ...sample, report, officer, found, textOf }
}

describe('a report of a programme', () => {
  test('begins with what the programme keeps, with evidence, reasons and money', async ({ ctx }) => {
    const at = await begun(ctx)
    const { title, content, changes } = await at.found()
    expect(title).toBe('Tussenverslag over de tweede helft van 2024, Veilig buiten')
    expect(changes.size).toBe(0)
    expect(await at.textOf('about')).toContain('waren 3 mijlpalen beloofd. Daarvan is er 1 gehaald; bij 1 is')
    const done = await at.textOf(`done-${at.prevention}`)
    expect(done).toContain('Mijlpaal van actie 1.1 (Lessen op school): Lesbrief gedrukt.')
    expect(done.replaceAll('\n', ' ')).toMatch(
      /> “.+” > Bron: .+, 2 juli 2024, bladzijde \d+, https:\/\/schakel/,
    )
    expect(await at.textOf(`not-done-${at.prevention}`)).toMatch(
      /Banken geplaatst\. Beloofd voor 1 november 2024\. Verplaatst naar 1 maart 2025\. De reden: De leverancier is later\.\n\nBron: vastgelegd in het actieprogramma op 10 september 2024/,
    )
    expect(await at.textOf(`not-done-${at.combating}`)).toContain('Waarom, is niet vastgelegd.')
    expect(await at.textOf(`next-${at.prevention}`)).toContain('| 1 maart 2025 | 1.2 Banken bij de vijver |')
    expect(await at.textOf('money')).toContain('De reden: Het drukken was duurder.')
    expect(await at.textOf('council')).toMatch(
      /^Verzoek \(motie H\.4 Banken in het park\): .+ Hieraan werkt actie 1\.1 .+ In deze periode is daarin gehaald: Lesbrief gedrukt/,
    )
    expect(JSON.stringify(content)).not.toContain('Kanarie')
  })

  test('takes in what changed since, beside what people wrote', async ({ ctx }) => {
    const at = await begun(ctx)
    const { report, officer } = at
    const key = `not-done-${at.combating}`
    const mine = `De rondes beginnen in het voorjaar.\n\n${await at.textOf(key)}`
    const { version } = await editReport(officer, { report, version: 1, texts: { [key]: mine } })
    await addMilestone(officer, {
      action: at.rounds,
      title: 'Tweede ronde',
      dueOn: '2025-05-01',
      extendAction: true,
      reason: 'Er komt een ronde bij',
    })
    const changed = await at.found()
    expect([...changed.changes.keys()]).toContain(`next-${at.combating}`)
    const done = await renewReport(officer, { report, version, sections: 'all', names, phrases })
    expect(done.conflicts).toEqual([])
    expect(await at.textOf(key)).toContain('De rondes beginnen in het voorjaar.')
    expect(await at.textOf(`next-${at.combating}`)).toContain('Tweede ronde')
    expect((await at.found()).changes.size).toBe(0)
    expect(
      (await reportContentAt(officer, { report, version: 1 })).sections.find((one) => one.key === key)!.text,
    ).not.toContain('voorjaar')
    await expect(editReport(officer, { report, version: 1, texts: {} })).rejects.toMatchObject({
      code: 'changed-by-other',
    })
  })

  test('is agreed by a member of the college, comes back with a reason, and is undone', async ({ ctx }) => {
    const { report, officer, found } = await begun(ctx)
    const holder = await as(ctx, 'portfolio-holder', day)
    await expect(passReport(officer, { report, version: 1, move: 'agree' })).rejects.toMatchObject({
      name: 'Denied',
    })
    await passReport(holder, { report, version: 1, move: 'agree' })
    await expect(editReport(officer, { report, version: 2, texts: { about: 'x' } })).rejects.toMatchObject({
      code: 'move-not-possible',
    })
    await expect(passReport(officer, { report, version: 2, move: 'return' })).rejects.toMatchObject({
      fields: [{ field: 'reason', code: 'needed' }],
    })
    await expect(undoReportStep(officer, { report, version: 2 })).rejects.toMatchObject({ name: 'Denied' })
    expect((await found()).undo).toBeNull()
    await passReport(officer, { report, version: 2, move: 'return', reason: 'Nog een cijfer' })
    expect((await found()).state).toBe('draft')
    await undoReportStep(officer, { report, version: 3 })
    expect(await found(holder)).toMatchObject({ state: 'agreed', version: 4, moves: ['return', 'send'] })
    for (const role of ['clerk', 'councillor'] satisfies Role[])
      await expect(reportsAtDesk(await as(ctx, role, day), { programme: 1 })).rejects.toMatchObject({
        name: 'Denied',
      })
  })

  test('is sent exactly as it was made, and becomes a document that the programme leads to', {
    timeout: 120_000,
  }, async ({ ctx }) => {
    const { report, officer, found, programme } = await begun(ctx)
    const holder = await as(ctx, 'portfolio-holder', day)
    await passReport(holder, { report, version: 1, move: 'agree' })
    const sent = await sendReport(inside(officer), { report, version: 2, register, phrases })
    expect(sent.files.map(({ format }) => format)).toEqual(['docx', 'pdf'])
    expect(await found()).toMatchObject({ state: 'sent', sentOn: day, moves: [], undo: null })
    const again = await reportFile(inside(officer), { report, format: 'pdf', register, phrases })
    expect(again.fileName).toBe('2025-01-15 Tussenverslag over de tweede helft van 2024, Veilig buiten.pdf')
    expect(again.bytes.byteLength).toBe((await found()).files.find(({ format }) => format === 'pdf')!.size)
    await expect(undoReportStep(officer, { report, version: 3 })).rejects.toMatchObject({
      code: 'report-sent',
    })
    const town = { municipality: 'testdorp', programme }
    expect(await reportPapers(readerOf(ctx), town)).toEqual([])
    const registered = await registerSentReport(inside(officer), { report, version: 3 })
    expect(await reportPapers(readerOf(ctx), town)).toMatchObject([
      {
        report,
        kind: 'interim',
        from: '2024-07-01',
        to: '2024-12-31',
        sentOn: day,
        paper: { title: 'Tussenverslag over de tweede helft van 2024, Veilig buiten', dated: day },
      },
    ])
    const { year, slug } = registered
    const paper = await publicDocument(readerOf(ctx), { municipality: 'testdorp', year, slug })
    expect(JSON.stringify(paper).replaceAll(/\s|\\n/g, '')).toContain('Deleverancierislater')
    expect((await deskDocument(officer, { document: registered.document })).state).toBe('registered')
    expect(await found()).toMatchObject({ document: registered.document, published: { year, slug } })
    await expect(registerSentReport(inside(officer), { report, version: 4 })).rejects.toMatchObject({
      code: 'already-registered',
    })
  })

  test('of a draft, or of a time in which nothing ran, there is nothing to tell', async ({ ctx }) => {
    const sample = await registerProgramme(ctx, { adopted: false })
    const officer = await as(ctx, 'policy-officer', day)
    const begin = (given: Partial<typeof scope> | object) =>
      beginReport(officer, { programme: sample.programme, scope: { ...scope, ...given }, names, phrases })
    await expect(begin({})).rejects.toMatchObject({ code: 'report-needs-adoption' })
    await expect(begin({ from: '2026-01-01', to: '2026-06-30' })).rejects.toMatchObject({
      fields: [{ field: 'period_start', code: 'date-in-future' }],
    })
    await expect(begin({ to: '2024-01-01' })).rejects.toMatchObject({
      fields: [{ field: 'period_end', code: 'end-before-start' }],
    })
    await expect(begin({ from: 'gisteren', to: '' })).rejects.toMatchObject({
      fields: [
        { field: 'period_start', code: 'date-invalid' },
        { field: 'period_end', code: 'needed' },
      ],
    })
  })
})
