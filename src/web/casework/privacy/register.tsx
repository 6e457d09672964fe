import { Heading2, Link } from '@utrecht/component-library-react'
import { type Activity, activitiesOn, activityNamed, allActivities, append } from '../../../audit/index.ts'
import { dayOf } from '../../../days.ts'
import { NotFound } from '../../../errors.ts'
import { formatDate } from '../../../words/format.ts'
import { Card, Facts, Stack } from '../../components/layout.tsx'
import type { CaseAnswer, OpenRequest, StaffRequest } from '../page.ts'
import { caseHref } from '../page.ts'
import { privacyScreen } from './frame.tsx'

/** The register of processing as it holds today; it prints as it stands. */
export async function registerPage(request: StaffRequest): Promise<CaseAnswer> {
  await request.transact((ctx) => append(ctx, { event: 'register.read', action: 'R', purpose: 'review' }))
  const w = request.words.casePrivacy.register
  const today = dayOf(request.now)
  const held = activitiesOn(today)
  const older = allActivities().filter(
    (one) => !held.some(({ id, version }) => id === one.id && version === one.version),
  )
  return privacyScreen(request, {
    part: 'register',
    title: w.title,
    intro: w.intro(formatDate(today, request.language)),
    children: (
      <Stack>
        {held.map((one) => (
          <Entry key={one.id} request={request} activity={one} />
        ))}
        {older.length > 0 && (
          <details>
            <summary>{w.older}</summary>
            <Stack>
              {older.map((one) => (
                <Entry key={`${one.id}/${one.version}`} request={request} activity={one} />
              ))}
            </Stack>
          </details>
        )}
        <p>
          <Link href="/verwerkingen/v1">{w.json}</Link>
        </p>
      </Stack>
    ),
  })
}

function Entry({ request, activity }: { request: StaffRequest; activity: Activity }) {
  const { language, words } = request
  const w = words.casePrivacy.register
  const say = (codes: readonly string[]) => codes.map((code) => w.codes[code] ?? code).join(', ')
  const id = `verwerking-${activity.id}-${activity.version}`
  return (
    <Card labelledBy={id}>
      <Heading2 id={id} className="schakel-card-heading">
        {activity.name[language]}
      </Heading2>
      <p>
        <small>
          {w.version(`${activity.id}/${activity.version}`, formatDate(activity.validFrom, language))}
        </small>
      </p>
      <Facts
        items={[
          { term: w.goal, value: activity.goal[language] },
          { term: w.bases, value: activity.bases.map((ground) => words.caseDesk.grounds[ground]).join(', ') },
          { term: w.laws, value: activity.laws.join('; ') },
          { term: w.subjects, value: say(activity.subjects) },
          { term: w.categories, value: say(activity.categories) },
          { term: w.recipients, value: say(activity.recipients) },
          { term: w.retention, value: w.terms[activity.retention.term] ?? activity.retention.term },
        ]}
      />
    </Card>
  )
}

const json = (data: unknown) =>
  new Response(JSON.stringify(data), { headers: { 'content-type': 'application/json; charset=utf-8' } })

/** The entries as data, for registers and logs that name them: no people and no cases in it. */
export async function registerData(request: OpenRequest): Promise<CaseAnswer> {
  return json({
    on: dayOf(request.now),
    activities: allActivities().map((one) => ({
      ...one,
      url: `${request.origin}${caseHref({ language: 'nl' }, `/verwerkingen/v1/${one.id}/${one.version}`)}`,
    })),
  })
}

/** One entry in one version. @throws {NotFound} */
export async function registerEntry({ params }: OpenRequest): Promise<CaseAnswer> {
  const found = activityNamed(`${params.activity}/${params.version}`)
  if (!found) throw new NotFound()
  return json(found)
}
