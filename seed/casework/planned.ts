/** The plans of the invented people: goals, notes, appointments, who stand around them, and the terms that run. */
import type { CaseCtx } from '../../src/case-ctx.ts'
import { addDays, dayOf } from '../../src/days.ts'
import {
  addContact,
  agreeToGoal,
  changeFacts,
  changeGoal,
  type Domain,
  planAppointment,
  proposeGoal,
  startTerm,
  type Trajectory,
  writeNote,
} from '../../src/reintegration/index.ts'
import { generator, pick } from './invented.ts'
import type { CaseStep, Invented } from './plan.ts'

type Do = (ctx: CaseCtx, trajectory: Trajectory) => Promise<void>

export function planSteps(person: Invented): CaseStep[] {
  const does = (daysAgo: number, work: Do): CaseStep => ({
    person,
    daysAgo: Math.min(daysAgo, person.began),
    by: person.coordinator,
    do: work,
  })
  return person.index === 1 ? sketched(does) : invented(person, does)
}

type Does = (daysAgo: number, work: Do) => CaseStep

/** The second person stands where the sketches show her. */
function sketched(does: Does): CaseStep[] {
  return [
    does(190, async (ctx, her) => {
      await around(ctx, her, ['buurvrouw', 'informal', 'safe', 1], ['klasgenoot', 'informal', 'safe', 1])
      await around(ctx, her, ['begeleider', 'professional', 'unknown', 2])
      const id = await running(ctx, her, 'network', 'Niet meer alleen zijn', null)
      await changeGoal(ctx, her, {
        id,
        version: 2,
        words: 'Niet meer alleen zijn',
        step: null,
        dueOn: null,
        achievement: 'partial',
      })
      await writeNote(ctx, her, {
        kind: 'conversation',
        body: 'Zij noemt twee mensen die zij vertrouwt. Over haar oom wil zij nog niet praten.',
      })
    }),
    does(84, async (ctx, her) => {
      const id = await running(ctx, her, 'training', 'Helpende zorg worden', null)
      await changeGoal(ctx, her, {
        id,
        version: 2,
        words: 'Helpende zorg worden',
        step: 'Begonnen aan helpende zorg, niveau 2, op 1 september.',
        dueOn: null,
        achievement: 'full',
      })
      await around(
        ctx,
        her,
        ['mentor school', 'professional', 'unknown', 2],
        ['maatje', 'informal', 'safe', 1],
      )
      await around(ctx, her, ['oom', 'informal', 'unsafe', 3])
    }),
    does(30, async (ctx, her) => {
      await startTerm(ctx, her, { rule: 'debt-first-talk', startedOn: dayOf(ctx.now) })
      await running(ctx, her, 'debt', 'Geen brieven meer onder de deur', 'Eerst: adres geheim.')
      await startTerm(ctx, her, { rule: 'brp-secrecy', startedOn: dayOf(ctx.now) })
    }),
    does(20, (ctx, her) =>
      changeFacts(ctx, her, {
        version: her.version,
        residence: 'b8-3',
        residenceUntil: addDays(dayOf(ctx.now), 190),
      }),
    ),
    does(11, async (ctx, her) => {
      await running(
        ctx,
        her,
        'housing',
        'Een eigen deur',
        'Urgentie aangevraagd. Corporatie antwoordt.',
        addDays(dayOf(ctx.now), 21),
      )
      await writeNote(ctx, her, {
        kind: 'agreement',
        body: 'Wij vragen samen urgentie aan. Zij wil eerst weten wat de corporatie over haar te zien krijgt.',
      })
    }),
    does(2, async (ctx, her) => {
      await planAppointment(ctx, her, {
        at: at(ctx, 4, 13),
        kind: 'school',
        body: 'Kennismaken met de nieuwe mentor',
        place: 'Waterstad College, de hal',
        goesAlong: accountOf(ctx),
      })
    }),
  ]
}

const wanted: readonly { domain: Domain; words: string; step: string }[] = [
  { domain: 'housing', words: 'Een kamer waar de deur op slot kan', step: 'Inschrijven als woningzoekende.' },
  { domain: 'training', words: 'Nederlands leren', step: 'Intake bij de taalschool.' },
  { domain: 'work', words: 'Werken met bloemen', step: 'Een middag meelopen bij een kweker.' },
  { domain: 'debt', words: 'Weten hoeveel het is', step: 'Alle brieven bij elkaar leggen.' },
  { domain: 'network', words: 'Iemand om mee te eten', step: 'Kijken bij de buurtkamer.' },
  { domain: 'health', words: 'Slapen zonder licht', step: 'Afspraak bij de praktijk.' },
  { domain: 'legal', words: 'Weten of ik mag blijven', step: 'Bellen met de advocaat.' },
]
const people = ['zus', 'vriendin', 'buurman', 'taalmaatje', 'vrouw van de kerk', 'huisgenoot', 'ex']
const helpers = ['mentor', 'huisarts', 'advocaat', 'jobcoach']
const remarks = [
  'Zij vertelde hoe haar week was. Het ging rustig.',
  'Wij belden samen met de instantie. Zij voerde zelf het woord.',
  'Zij kwam niet opdagen en belde later terug. Het was te druk in huis.',
  'Zij wil dat niemand van vroeger haar nummer krijgt.',
]
const rules = ['wmo-inquiry', 'welfare-decision', 'objection', 'brp-move', 'debt-first-talk', 'wmo-decision']

function invented(person: Invented, does: Does): CaseStep[] {
  const next = generator(90_001 + person.index * 31)
  const goals = [0, 3, 5].slice(0, 1 + (person.index % 3)).map((turn) => wanted[(person.index + turn) % 7])
  const steps = [
    does(Math.max(8, person.began - 14), async (ctx, her) => {
      for (const [turn, goal] of goals.entries()) {
        if (!goal) continue
        // The last of three still waits for her agreement.
        if (turn === 2) await proposeGoal(ctx, her, goal)
        else
          await running(
            ctx,
            her,
            goal.domain,
            goal.words,
            goal.step,
            addDays(dayOf(ctx.now), person.began + 4 + turn * 20),
          )
      }
      await around(ctx, her, [pick(next, people), 'informal', pick(next, ['safe', 'safe', 'unknown']), 1])
      await around(ctx, her, [pick(next, helpers), 'professional', 'unknown', 2])
      if (person.index % 4 === 0) await around(ctx, her, ['ex', 'informal', 'unsafe', 3])
      await writeNote(ctx, her, { kind: 'conversation', body: pick(next, remarks) })
    }),
  ]
  if (person.index % 5 === 2) {
    const rule = pick(next, rules)
    steps.push(
      does(5, async (ctx, her) => {
        await startTerm(ctx, her, { rule, startedOn: addDays(dayOf(ctx.now), -(2 + (person.index % 4))) })
      }),
    )
  }
  if (person.index % 3 === 0) {
    steps.push(
      does(3, async (ctx, her) => {
        const kind = pick(next, ['conversation', 'housing', 'care', 'legal'] as const)
        await planAppointment(ctx, her, { at: at(ctx, 2 + (person.index % 9), 9 + (person.index % 6)), kind })
      }),
    )
  }
  if (person.index % 10 === 0 && person.phase === 'crisis') {
    steps.push(
      does(7, (ctx, her) =>
        changeFacts(ctx, her, {
          version: her.version,
          residence: 'reflection-period',
          residenceUntil: addDays(dayOf(ctx.now), 10 + (person.index === 10 ? 0 : 40)),
        }),
      ),
    )
  }
  return steps
}

/** A goal that she agreed to. @returns its identifier; its version is 2 then */
async function running(
  ctx: CaseCtx,
  her: Trajectory,
  domain: Domain,
  words: string,
  step: string | null,
  dueOn: string | null = null,
): Promise<number> {
  const id = await proposeGoal(ctx, her, { domain, words, step, dueOn })
  await agreeToGoal(ctx, her, { id, version: 1 })
  return id
}

type Around = [string, 'informal' | 'professional', 'safe' | 'unsafe' | 'unknown', 1 | 2 | 3]
async function around(ctx: CaseCtx, her: Trajectory, ...all: Around[]): Promise<void> {
  for (const [who, kind, verdict, closeness] of all)
    await addContact(ctx, her, { who, kind, verdict, closeness })
}

/** Some days later at a full hour, by the clock of Greenwich. */
function at(ctx: CaseCtx, days: number, hour: number): Date {
  return new Date(`${addDays(dayOf(ctx.now), days)}T${String(hour).padStart(2, '0')}:00:00Z`)
}

function accountOf({ actor }: CaseCtx): string {
  if (actor.kind !== 'staff') throw new Error('only staff plan')
  return actor.accountId
}
