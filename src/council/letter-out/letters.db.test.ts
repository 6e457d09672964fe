import { afterAll, describe, expect } from 'vitest'
import { actAs, test } from '../../../test/database.ts'
import { announcement, as, registerSample, words } from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { closeMaker } from '../../documents-out/index.ts'
import { letterPhrases as phrases } from '../../words/nl/letter-phrases.ts'
import { proposeSettlement, withdrawProposal } from '../life/index.ts'
import { closeOpeners } from '../open-document/index.ts'
import { beginLetter } from './begin-letter.ts'
import { letterAtDesk, letterContentAt, lettersAtDesk, motionsForLetter } from './desk-letters.ts'
import { editLetter } from './edit-letter.ts'
import { passLetter } from './move-letter.ts'
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
    const { motion } = await proposed(ctx)
    const officer = await as(ctx, 'policy-officer', day)
    const { letter } = await beginLetter(officer, { motions: [motion.id], phrases })
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
    const [commitment] = await ctx.tx
      .selectFrom('council.commitment')
      .select(['text', 'due_not_after'])
      .where('document_id', '=', registered.document)
      .execute()
    expect(commitment?.due_not_after).toBe('2024-12-02')
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
