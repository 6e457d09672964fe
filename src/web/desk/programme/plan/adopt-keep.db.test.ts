/** Adopting a programme and keeping a commitment by it: the words that show it are chosen, not guessed. */
import { expect } from 'vitest'
import { test, testActor } from '../../../../../test/database.ts'
import { deskSite } from '../../../../../test/desk-site.ts'
import { formOn } from '../../../../../test/forms.ts'
import { announcement, as } from '../../../../../test/life.ts'
import { registerProgramme, sampleTree } from '../../../../../test/programme.ts'
import { transact } from '../../../../db/transact.ts'
import { changeProgramme, serve } from '../../../../programme/index.ts'

const now = new Date('2024-09-12T10:00:00Z')

test('the sentence that names the programme is offered, and only a chosen one keeps the commitment', async ({
  databases,
}) => {
  const at = await transact(
    databases.desk,
    testActor,
    async (ctx) => {
      const sample = await registerProgramme(ctx, { adopted: false })
      const officer = await as(ctx, 'policy-officer', '2024-09-12')
      const { programme, commitment } = sample
      await serve(officer, { programme, action: null, kind: 'commitment', of: commitment })
      const { version } = await sampleTree(officer)
      await changeProgramme(officer, { programme, version, title: 'Een plan voor de banken' })
      for (const action_id of [sample.benches, sample.rounds])
        await ctx.tx
          .insertInto('programme.action_owner')
          .values({ municipality: 'testdorp', action_id, account_id: null, name: 'Kanarie collega' })
          .execute()
      return sample
    },
    now,
  )
  const desk = deskSite(databases, () => now)
  const path = '/testdorp/bureau/programma/veilig-buiten/vaststellen'
  const post = (html: string, fill: Record<string, string>) => {
    const form = formOn(html, 'besluit')
    for (const [name, value] of Object.entries(fill)) form.set(name, value)
    return desk.post('policy-officer', path, [...form.entries()] as [string, string][])
  }
  const stateOf = () =>
    transact(databases.desk, testActor, ({ tx }) =>
      tx
        .selectFrom('council.commitment as commitment')
        .leftJoin('council.commitment_evidence as evidence', 'evidence.commitment_id', 'commitment.id')
        .select(['commitment.state', 'commitment.version', 'evidence.quotation'])
        .where('commitment.id', '=', at.commitment)
        .execute(),
    )
  const { version } = (await stateOf())[0]!
  const first = await desk.get('policy-officer', path)
  expect(first.text).toContain('Uit welke woorden van het stuk blijkt dat?')
  const decision = {
    decided_on: '10 september 2024',
    body: 'college',
    reason: 'De rest volgt',
    document_id: String(at.document),
    nakomen: `${at.commitment}.${version}`,
  }
  const without = await post(first.html, { ...decision, document_id: '' })
  expect(without.status).toBe(422)
  const asked = await post(first.html, decision)
  expect(asked.status).toBe(422)
  expect(asked.text).toContain(announcement)
  expect(asked.text).not.toContain('Aan: de gemeenteraad')
  expect(await stateOf()).toMatchObject([{ state: 'open', quotation: null }])
  const kept = formOn(asked.html, 'besluit')
  expect(kept.get('nakomen')).toBe(decision.nakomen)
  expect(kept.getAll('evidence')).toEqual([])
  const [offer] = kept.getAll('evidence-known').map(String)
  const done = await post(asked.html, { evidence: offer! })
  expect(done.status).toBe(303)
  expect(await stateOf()).toMatchObject([{ state: 'kept', quotation: `${announcement}.` }])
})

test('its buttons come back to the page with everything that was typed', async ({ databases }) => {
  const desk = deskSite(databases, () => now)
  const path = '/testdorp/bureau/programma/veilig-buiten/vaststellen'
  const found = await desk.post('policy-officer', path, [
    ['action', 'evidence:find'],
    ['evidence-quote', announcement],
    ['decided_on', '10 september'],
  ])
  expect(found.status).toBe(200)
  expect(found.html).not.toContain('data-errors')
})
