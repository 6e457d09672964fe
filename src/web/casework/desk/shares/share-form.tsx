import { Alert, Button, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { addDays, addMonths, dayOf } from '../../../../days.ts'
import { Invalid } from '../../../../errors.ts'
import type { ChainPartner, ShareDraft, SharePurpose, ShareRule } from '../../../../reintegration/index.ts'
import {
  chainPartners,
  checkShare,
  groundNamed,
  openTrajectory,
  sendShare,
  shareRuleOn,
} from '../../../../reintegration/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Actions, Card, Stack } from '../../../components/layout.tsx'
import { LongField, RadioField, TextField, TickField } from '../../../desk/form-fields.tsx'
import { neededDayIn, type Typed, textIn, writtenIn } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages, type Sent } from '../../kit.tsx'
import type { CaseScreen, StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import { caseFormScreen } from '../trajectory/form-frame.tsx'
import { SharedItems } from './shared-items.tsx'

const pathOf = (number: string) => `/trajecten/${number}/delen`

/** Sharing: whom with, what, on what ground; then exactly what the partner will see; then it is sent. */
export const shareForm = formPages<StaffRequest>({
  async draw(request, sent) {
    return formScreen(request, sent, sent?.typed ?? null)
  },
  async send(request, typed) {
    const number = request.params.number ?? ''
    const form = textIn(typed, 'form')
    if (form === 'aanpassen') return formScreen(request, null, typed)
    const draft = draftOf(request, typed)
    if (form === 'stuur') {
      await request.transact(async (ctx) =>
        sendShare(ctx, await openTrajectory(ctx, number, 'share', 'write'), draft),
      )
      return goTo(request, `/trajecten/${number}?gedaan=gedeeld`)
    }
    const checked = await request.transact(async (ctx) =>
      checkShare(ctx, await openTrajectory(ctx, number, 'share', 'write'), draft),
    )
    const w = request.words.caseShare
    return caseFormScreen(request, {
      number,
      title: w.form.previewTitle(checked.partner.name),
      intro: w.form.previewIntro,
      path: pathOf(number),
      form: 'delen',
      sent: null,
      children: (
        <>
          <Card labelledBy="ziet">
            <Heading2 id="ziet">
              {w.purposes[checked.purpose]}, {request.words.casePartner.until.toLowerCase()}{' '}
              {formatDate(checked.until, request.language)}
            </Heading2>
            <SharedItems request={request} items={checked.items} />
          </Card>
          <form method="post" action={caseHref(request, pathOf(number))}>
            {[...typed].flatMap(([name, values]) =>
              name === 'form'
                ? []
                : values.map((value) => (
                    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
                  )),
            )}
            <Actions>
              <Button type="submit" name="form" value="stuur" appearance="primary-action-button">
                {w.form.send}
              </Button>
              <Button type="submit" name="form" value="aanpassen" appearance="secondary-action-button">
                {w.form.back}
              </Button>
            </Actions>
          </form>
        </>
      ),
    })
  },
})

const purposes = ['housing', 'training', 'work', 'debt', 'safety', 'care', 'legal'] as const

function draftOf({ now }: StaffRequest, typed: Typed): ShareDraft {
  const purpose = purposes.find((one) => one === textIn(typed, 'purpose'))
  const wrong = purpose ? [] : [{ field: 'purpose', code: 'needed' }]
  let until = ''
  try {
    until = neededDayIn(typed, 'until')
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    wrong.push(...error.fields)
  }
  if (!purpose || wrong.length > 0) throw new Invalid('form-invalid', wrong)
  return {
    organisationId: textIn(typed, 'partner'),
    purpose,
    ground: textIn(typed, 'ground'),
    language: writtenIn(typed, 'language'),
    interpreter: textIn(typed, 'interpreter') === 'ja',
    agreed: textIn(typed, 'agreed') === 'ja',
    until: until || addDays(dayOf(now), -1),
    items: [...typed].flatMap(([name, values]) =>
      name.startsWith('item/') ? [{ category: name.slice(5), text: values.at(-1) ?? '' }] : [],
    ),
  }
}

async function formScreen(
  request: StaffRequest,
  sent: Sent | null,
  typed: Typed | null,
): Promise<CaseScreen> {
  const number = request.params.number ?? ''
  const { trajectory, partners } = await request.transact(async (ctx) => ({
    trajectory: await openTrajectory(ctx, number, 'share'),
    partners: await chainPartners(ctx),
  }))
  const w = request.words.caseShare.form
  const { access } = trajectory
  const chosen = typed ? textIn(typed, 'partner') : (request.query.get('partner') ?? '')
  const partner = partners.find(({ id }) => id === chosen)
  const rule = partner && shareRuleOn(dayOf(request.now), partner.kind)
  const may = access.by === 'relation' && access.part !== 'worker'
  return caseFormScreen(request, {
    number,
    title: w.title,
    ...(partner ? { intro: w.intro(partner.name) } : {}),
    path: pathOf(number),
    form: 'delen',
    sent: sent && { ...sent, typed: renamed(sent.typed) },
    children: !may ? (
      <Paragraph>{w.onlyCoordinator}</Paragraph>
    ) : partner && rule ? (
      <Fields request={request} number={number} partner={partner} rule={rule} sent={sent} typed={typed} />
    ) : (
      <Choose request={request} number={number} partners={partners} />
    ),
  })
}

/** The buttons of this form bear its name; its fields are of one form. */
const renamed = (typed: Typed): Typed => new Map([...typed].filter(([name]) => name !== 'form'))

function Choose({
  request,
  number,
  partners,
}: {
  request: StaffRequest
  number: string
  partners: readonly ChainPartner[]
}) {
  const { form, kinds, partners: w } = request.words.caseShare
  if (partners.length === 0) return <Paragraph>{w.none}</Paragraph>
  return (
    <form method="get" action={caseHref(request, pathOf(number))} className="schakel-form">
      <Stack>
        <RadioField
          set={fieldsFor(request, 'delen', null)}
          name="partner"
          label={form.partner}
          hint={form.partnerIntro}
          choices={partners.map(({ id, name, kind }) => ({ value: id, label: name, hint: kinds[kind] }))}
        />
        <Actions>
          <Button type="submit" appearance="primary-action-button">
            {form.choose}
          </Button>
        </Actions>
      </Stack>
    </form>
  )
}

function Fields({
  request,
  number,
  partner,
  rule,
  sent,
  typed,
}: {
  request: StaffRequest
  number: string
  partner: ChainPartner
  rule: ShareRule
  sent: Sent | null
  typed: Typed | null
}) {
  const { language, words } = request
  const w = words.caseShare
  const set = {
    ...fieldsFor(request, 'delen', sent && { ...sent, typed: renamed(sent.typed) }),
    typed,
  }
  const grounds = rule.grounds.flatMap((id) => groundNamed(id) ?? [])
  const path = pathOf(number)
  return (
    <form method="post" action={caseHref(request, path)} className="schakel-form">
      <input type="hidden" name="partner" value={partner.id} />
      <Stack size="l">
        <Alert type="info">
          <Paragraph>
            <b>{w.form.never}</b> {rule.never.map((one) => one[language]).join('; ')}.
          </Paragraph>
        </Alert>
        <RadioField
          set={set}
          name="purpose"
          label={w.form.purpose}
          value={rule.purposes.length === 1 ? (rule.purposes[0] as SharePurpose) : ''}
          choices={rule.purposes.map((purpose) => ({ value: purpose, label: w.purposes[purpose] }))}
        />
        <Stack>
          <Heading2>{w.form.what}</Heading2>
          <Paragraph>{w.form.whatHint}</Paragraph>
          {rule.may.map(({ id, label, hint }) => (
            <LongField
              key={id}
              set={set}
              name={`item/${id}`}
              label={label[language]}
              hint={hint[language]}
              rows={2}
              maxLength={500}
            />
          ))}
        </Stack>
        <Stack>
          <RadioField
            set={set}
            name="ground"
            label={w.form.ground}
            value={grounds.length === 1 ? (grounds[0]?.id ?? '') : ''}
            choices={grounds.map(({ id, kind, article }) => ({
              value: id,
              label: words.caseDesk.grounds[kind],
              hint: article,
            }))}
          />
          <Heading2>{w.form.consent}</Heading2>
          <Paragraph>{w.form.consentIntro}</Paragraph>
          <TickField set={set} name="agreed" label={w.form.agreed} />
          {set.errors.get('agreed') && (
            <p id="delen-agreed-fout" className="schakel-wrong">
              {set.errors.get('agreed')}
            </p>
          )}
          <TextField set={set} name="language" label={w.form.language} />
          <TickField set={set} name="interpreter" label={w.form.interpreter} />
        </Stack>
        <TextField
          set={set}
          name="until"
          label={w.form.until}
          hint={w.form.untilHint}
          value={formatDate(addMonths(dayOf(request.now), 3), language)}
        />
        <Actions>
          <Button type="submit" name="form" value="bekijk" appearance="primary-action-button">
            {w.form.preview}
          </Button>
          <Link href={caseHref(request, path)}>{w.form.other}</Link>
        </Actions>
      </Stack>
    </form>
  )
}
