import { afterAll, describe, expect } from 'vitest'
import { actAs, test } from '../../../test/database.ts'
import { announcement, as, assignTo, matterNow, registerSample, words } from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { closeMaker } from '../../documents-out/index.ts'
import { letterPhrases as phrases } from '../../words/nl/letter-phrases.ts'
import { deskDocument } from '../desk-documents.ts'
import {
  decideSettlement,
  letterCoverage,
  proposeSettlement,
  readerOf,
  withdrawProposal,
} from '../life/index.ts'
import { closeOpeners } from '../open-document/index.ts'
import { motionDossier } from '../public-motion.ts'
import { receiveDocument } from '../receive-document.ts'
import { withdrawLetter } from '../withdraw/index.ts'
import { beginLetter } from './begin-letter.ts'
import { letterAtDesk, letterContentAt, lettersAtDesk, motionsForLetter } from './desk-letters.ts'
import { editLetter } from './edit-letter.ts'
import { passLetter } from './move-letter.ts'
import { asOwnLetter } from './own-letter.ts'
import { registerSentLetter } from './register-letter.ts'
import { renewLetter } from './renew-letter.ts'
import { letterFile, sendLetter } from './send-letter.ts'
import { undoLetterStep } from './undo-letter.ts'

afterAll(() => {
  closeMaker()
  closeOpeners()
})

const day = '2024-10-01'
/** The sample motion with three parts: the first proposed as carried out, the second as announced, the third left open. */
async function proposed(ctx: Ctx) {
  const sample = await registerSample(ctx)
  const [first, second] = sample.matters
  const officer = await as(ctx, 'policy-officer', day)
  await proposeSettlement(officer, {
    matter: first!,
    version: 1,
    outcome: 'carried-out',
    evidence: [words(sample.document, announcement)],
    explanation: 'De banken bij de vijver staan er.',
  })
  await proposeSettlement(officer, {
    matter: second!,
    version: 1,
    outcome: 'announced',
    evidence: [words(sample.document, announcement)],
  })
  return sample
}
const inside =
  (ctx: Ctx) =>
  <T>(work: (inner: Ctx) => Promise<T>) =>
    work(ctx)

describe('whose letter it is', () => {
  const other = '00000000-0000-4000-8000-00000000000a'

  test('a policy officer begins one about what is assigned to them, and works on no other', async ({
    ctx,
  }) => {
    const sample = await proposed(ctx)
    const begin = { motions: [sample.motion.id], phrases }
    const officer = await as(ctx, 'policy-officer', day)
    await assignTo(ctx, sample.matters, other)
    const notTheirs = { status: 403, code: 'not-assigned' }
    await expect(beginLetter(officer, begin)).rejects.toMatchObject(notTheirs)
    expect(await motionsForLetter(officer)).toEqual([])
    const clerk = await as(ctx, 'clerk', day)
    expect(await motionsForLetter(clerk)).toHaveLength(1)
    const { letter } = await beginLetter(clerk, begin)
    const at = { letter, version: 1 }
    for (const work of [
      () => editLetter(officer, { ...at, fields: {}, texts: {} }),
      () => renewLetter(officer, { ...at, sections: 'all', phrases }),
      () => passLetter(officer, { ...at, move: 'submit' }),
      () => passLetter(officer, { ...at, move: 'drop' }),
      () => undoLetterStep(officer, at),
    ])
      await expect(work()).rejects.toMatchObject(notTheirs)
    expect(await letterAtDesk(officer, { letter, phrases })).toMatchObject({
      assigned: false,
      mayEdit: false,
      moves: [],
    })
    // Reading stays, and one matter of one motion is enough.
    await assignTo(ctx, [sample.matters[2]!])
    expect(await motionsForLetter(officer)).toHaveLength(1)
    expect(await letterAtDesk(officer, { letter, phrases })).toMatchObject({ assigned: true, mayEdit: true })
    expect(await passLetter(officer, { ...at, move: 'submit' })).toMatchObject({ version: 2 })
    expect((await beginLetter(officer, begin)).version).toBe(1)
    const undo = async () => (await letterAtDesk(officer, { letter, phrases })).undo
    expect(await undo()).toEqual({ step: 'submit', own: true })
    await assignTo(ctx, sample.matters, other)
    expect(await undo(), 'no longer theirs').toEqual({ step: 'submit', own: false })
    await expect(undoLetterStep(officer, { letter, version: 2 })).rejects.toMatchObject(notTheirs)
  })
})

describe('a letter on its way', () => {
  test('begins with what the register says, and says what is only announced', async ({ ctx }) => {
    const { motion } = await proposed(ctx)
    const clerk = await as(ctx, 'clerk', day)
    expect(await motionsForLetter(clerk)).toMatchObject([
      { id: motion.id, waiting: 2, matters: 3, letter: null },
    ])
    const { letter } = await beginLetter(clerk, { motions: [motion.id], phrases })
    const found = await letterAtDesk(clerk, { letter, phrases })
    const text = found.content.sections.map((one) => one.text).join('\n')
    expect(found.subject).toBe('Afdoening motie H.4 Banken in het park')
    expect(text).toContain('> - te zorgen voor banken bij de vijver, de speeltuin en het hek.')
    expect(text).toContain('Dit is uitgevoerd.')
    expect(text).toContain('Dit is aangekondigd.')
    expect(text).toMatch(
      /Onderdeel 2 is aangekondigd\. Wij informeren uw raad uiterlijk op \d+ \w+ \d{4} \(controledatum\)/,
    )
    expect(text).toContain('Motie H.4 is hiermee gedeeltelijk afgedaan')
    expect(text).not.toContain('als afgedaan te beschouwen')
    expect(found.changes.size).toBe(0)
    expect(await lettersAtDesk(clerk)).toMatchObject([{ id: letter, state: 'draft', motions: 1 }])
  })

  test('goes from desk to desk, back with a reason, and is sent as it was made', {
    timeout: 120_000,
  }, async ({ ctx }) => {
    const { motion, matters, commitment, document } = await proposed(ctx)
    const officer = await as(ctx, 'policy-officer', day)
    const { letter } = await beginLetter(officer, { motions: [motion.id], phrases })
    await editLetter(officer, { letter, version: 1, fields: { reference: 'TD/1' } })
    const pass = async (
      role: Parameters<typeof as>[1],
      move: 'submit' | 'clear' | 'agree' | 'return',
      reason?: string,
    ) => {
      const who = await as(ctx, role, day)
      const { version } = await letterAtDesk(who, { letter, phrases })
      return passLetter(who, { letter, version, move, reason: reason ?? null })
    }
    await pass('policy-officer', 'submit')
    await expect(pass('portfolio-holder', 'clear')).rejects.toMatchObject({ name: 'Denied' })
    await pass('clerk', 'clear')
    await expect(pass('policy-officer', 'agree')).rejects.toMatchObject({ name: 'Denied' })
    await expect(pass('portfolio-holder', 'return')).rejects.toMatchObject({
      fields: [{ field: 'reason', code: 'needed' }],
    })
    await pass('portfolio-holder', 'return', 'Noem de kosten.')
    await pass('clerk', 'submit')
    await pass('clerk', 'clear')
    await pass('portfolio-holder', 'agree')
    const holder = await as(ctx, 'portfolio-holder', day)
    const before = await letterAtDesk(holder, { letter, phrases })
    expect(before.moves).toEqual(['send', 'return'])
    await expect(
      sendLetter(inside(holder), { letter, version: before.version - 1, phrases }),
    ).rejects.toMatchObject({ code: 'changed-by-other' })
    const sent = await sendLetter(inside(holder), { letter, version: before.version, phrases })
    expect(sent.files.map(({ format }) => format)).toEqual(['docx', 'pdf'])
    const clerk = await as(ctx, 'clerk', day)
    const after = await letterAtDesk(clerk, { letter, phrases })
    expect(after).toMatchObject({
      state: 'sent',
      sentOn: day,
      mayEdit: false,
      undo: { refused: 'letter-sent' },
    })
    expect(after.history.map(({ step }) => step)).toEqual([
      'begin',
      'edit',
      'submit',
      'clear',
      'return',
      'submit',
      'clear',
      'agree',
      'send',
    ])
    await expect(undoLetterStep(clerk, { letter, version: after.version })).rejects.toMatchObject({
      code: 'letter-sent',
    })
    await expect(editLetter(clerk, { letter, version: after.version, texts: {} })).rejects.toMatchObject({
      code: 'move-not-possible',
    })
    const file = await letterFile(inside(clerk), { letter, format: 'pdf', phrases })
    expect(file.fileName).toBe('2024-10-01 Afdoening motie H.4 Banken in het park.pdf')
    expect(file.bytes.byteLength).toBe(after.files.find(({ format }) => format === 'pdf')!.size)

    // The same file by post: what we know of our own letter is in its first draft.
    const post = { bytes: new Uint8Array(file.bytes), fileName: 'brief.pdf' }
    const { document: byPost } = await receiveDocument(inside(clerk), post)
    const draft = await deskDocument(clerk, { document: byPost })
    const answers = [
      { matter: matters[0], text: 'de vijver' },
      { matter: matters[1], text: 'de speeltuin' },
    ]
    const answered = (review: typeof draft.review) => review!.claims.flatMap((one) => one.answers ?? [])
    expect(answered(draft.review)).toEqual(answers)
    expect(draft.review!.commitments.map((one) => one.repeats)).toEqual([commitment])
    const scan = { sha256: 'f'.repeat(64), pages: draft.pages }
    const bare = { ...draft.review!, claims: [] }
    const own = { ...bare, letter: { ...bare.letter!, reference: 'TD/1' } }
    expect(answered(await asOwnLetter(clerk, scan, own)), 'by its reference and date').toEqual(answers)
    for (const letter of [
      { ...own.letter, reference: 'TD/2' },
      { ...own.letter, date: '2024-10-02' },
      { ...own.letter, reference: null },
    ])
      expect(await asOwnLetter(clerk, scan, { ...own, letter })).toEqual({ ...own, letter })

    const registered = await registerSentLetter(inside(clerk), { letter, version: after.version, phrases })
    expect(registered.registered).toBe(true)
    const claims = await ctx.tx
      .selectFrom('council.settlement_claim')
      .select(['claim', 'basis', 'at', 'motion_id'])
      .where('document_id', '=', registered.document)
      .execute()
    expect(claims.map(({ claim, basis }) => `${claim} ${basis}`).sort()).toEqual([
      'partly announced',
      'settled announced',
      'settled carried-out',
    ])
    for (const claim of claims) {
      expect(claim.motion_id).toBe(motion.id)
      expect(claim.at.length).toBeGreaterThan(0)
    }
    const about = await ctx.tx
      .selectFrom('council.settlement_claim as claim')
      .innerJoin('council.settlement_claim_request as link', 'link.claim_id', 'claim.id')
      .innerJoin('council.request_part as part', 'part.id', 'link.part_id')
      .select(['part.text', 'claim.basis'])
      .where('claim.document_id', '=', registered.document)
      .execute()
    expect(about.map(({ text, basis }) => `${text}: ${basis}`).sort(), 'each answer is of its part').toEqual([
      'de speeltuin: announced',
      'de vijver: carried-out',
    ])
    const coverage = await letterCoverage(clerk, { document: registered.document })
    expect(coverage.motions[0]!.matters.map(({ text, kind }) => `${text}: ${kind}`)).toEqual([
      'de vijver: own',
      'de speeltuin: own',
      'het hek: shared',
    ])
    const promised = await ctx.tx
      .selectFrom('council.commitment as commitment')
      .innerJoin('council.commitment_letter as link', 'link.commitment_id', 'commitment.id')
      .innerJoin('council.letter as letter', 'letter.id', 'link.letter_id')
      .select(['commitment.id', 'link.role', 'letter.document_id', 'link.at'])
      .orderBy('link.role')
      .execute()
    expect(promised, 'the day on which we look is no second commitment').toMatchObject([
      { id: commitment, role: 'made', document_id: document, at: null },
      { id: commitment, role: 'repeated', document_id: registered.document },
    ])
    expect(promised[1]!.at!.length).toBeGreaterThan(0)
    const dossier = await motionDossier(readerOf(clerk), {
      municipality: 'testdorp',
      year: 2024,
      slug: 'h-4-banken-in-het-park',
    })
    expect(dossier.commitments[0]!.letters.map(({ role, passage }) => [role, passage?.text ?? null])).toEqual(
      [
        ['made', null],
        ['repeated', expect.stringContaining('2 december 2024 (controledatum)')],
      ],
    )
    await expect(
      registerSentLetter(inside(clerk), { letter, version: after.version + 1, phrases }),
    ).rejects.toMatchObject({ code: 'already-registered' })
  })
})

describe('the text of a letter', () => {
  test('is edited section by section, refused when stale, and undone', async ({ ctx }) => {
    const { motion, matters } = await proposed(ctx)
    const clerk = await as(ctx, 'clerk', day)
    const { letter } = await beginLetter(clerk, { motions: [motion.id], phrases })
    const key = `answer-${matters[0]}`
    const edit = {
      letter,
      version: 1,
      fields: { reference: ' TD/1 ' },
      texts: { [key]: 'Eigen woorden.\r\n' },
    }
    expect(await editLetter(clerk, edit)).toEqual({ letter, version: 2 })
    expect(await editLetter(clerk, { ...edit, version: 2 })).toEqual({ letter, version: 2 })
    await expect(editLetter(clerk, edit)).rejects.toMatchObject({ code: 'changed-by-other' })
    const { content } = await letterAtDesk(clerk, { letter, phrases })
    expect(content.fields.reference).toBe('TD/1')
    expect(content.sections.find((one) => one.key === key)?.text).toBe('Eigen woorden.')
    expect((await letterContentAt(clerk, { letter, version: 1 })).fields.reference).toBeNull()
    await expect(
      editLetter(clerk, { letter, version: 2, fields: { date: '2024-02-30', subject: ' ' } }),
    ).rejects.toMatchObject({
      fields: [
        { field: 'date', code: 'date-invalid' },
        { field: 'subject', code: 'needed' },
      ],
    })
    const officer = await as(ctx, 'policy-officer', day)
    await expect(undoLetterStep(officer, { letter, version: 2 })).rejects.toMatchObject({ name: 'Denied' })
    await undoLetterStep(await as(ctx, 'second-clerk', day), { letter, version: 2 })
    const undone = await letterAtDesk(clerk, { letter, phrases })
    expect(undone.content.fields.reference).toBeNull()
    expect(undone.history.map((one) => `${one.step} ${one.undone}`)).toEqual([
      'begin false',
      'edit true',
      'undo false',
    ])
  })

  test('follows a changed proposal without losing what was written; quoted words stay as asked', async ({
    ctx,
  }) => {
    const { motion, matters, document } = await proposed(ctx)
    const clerk = await as(ctx, 'clerk', day)
    const { letter } = await beginLetter(clerk, { motions: [motion.id], phrases })
    const key = `answer-${matters[0]}`
    const start = await letterAtDesk(clerk, { letter, phrases })
    const text = start.content.sections.find((one) => one.key === key)!.text
    await editLetter(clerk, {
      letter,
      version: 1,
      texts: { [key]: `${text}\n\nEn ze zijn mooi.`, [`motion-${motion.id}`]: 'Iets anders.' },
    })
    const officer = await as(ctx, 'policy-officer', day)
    const { version } = await withdrawProposal(officer, {
      matter: matters[0]!,
      version: 2,
      reason: 'Toch niet',
    })
    await proposeSettlement(officer, {
      matter: matters[0]!,
      version,
      outcome: 'partly',
      evidence: [words(document, announcement)],
    })
    const again = await as(ctx, 'clerk', day)
    const stale = await letterAtDesk(again, { letter, phrases })
    expect(stale.content.sections.find(({ kind }) => kind === 'motion')?.text).toContain(
      'Verzoekt het college:',
    )
    expect([...stale.changes.keys()]).toEqual([key])
    const renewed = await renewLetter(again, { letter, version: 2, sections: 'all', phrases })
    expect(renewed.conflicts).toEqual([])
    const now = await letterAtDesk(again, { letter, phrases })
    const answer = now.content.sections.find((one) => one.key === key)!.text
    expect(answer).toContain('Dit is gedeeltelijk uitgevoerd.')
    expect(answer).toContain('En ze zijn mooi.')
    expect(answer).not.toContain('De banken bij de vijver staan er.')
    expect(now.changes.size).toBe(0)
  })

  test('says so where what a decision rested on was taken back', async ({ ctx }) => {
    const { motion, matters, document } = await proposed(ctx)
    const clerk = await as(ctx, 'clerk', '2024-11-01')
    const proposal = (await matterNow(ctx, matters[0]!)).proposal_id!
    await decideSettlement(clerk, { matter: matters[0]!, version: 2, proposal, verdict: 'accept' })
    await withdrawLetter(await as(ctx, 'clerk', '2024-11-02'), { document, reason: 'Het klopte niet' })
    const later = await as(ctx, 'clerk', '2024-11-03')
    const { letter } = await beginLetter(later, { motions: [motion.id], phrases })
    const { content } = await letterAtDesk(later, { letter, phrases })
    const { text } = content.sections.find((one) => one.key === `answer-${matters[0]}`)!
    expect(text).toContain(phrases.fallenEvidence)
    expect(text).not.toContain(announcement)
  })

  test('is of one municipality only, and of no councillor', async ({ ctx }) => {
    const { motion } = await proposed(ctx)
    const clerk = await as(ctx, 'clerk', day)
    const { letter } = await beginLetter(clerk, { motions: [motion.id], phrases })
    await expect(lettersAtDesk(await as(ctx, 'councillor', day))).rejects.toMatchObject({ name: 'Denied' })
    const elsewhere = await actAs(ctx, { ...clerk.actor, municipality: 'elders' } as typeof clerk.actor)
    await expect(letterAtDesk(elsewhere, { letter, phrases })).rejects.toMatchObject({ name: 'NotFound' })
    expect(await lettersAtDesk(elsewhere)).toEqual([])
  })
})
