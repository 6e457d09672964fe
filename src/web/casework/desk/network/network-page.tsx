import { Button, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import {
  addContact,
  type Before,
  type Contact,
  type ContactKind,
  changeContact,
  contactHistory,
  contactsOf,
  endContact,
  historyOf,
  verdicts,
} from '../../../../reintegration/index.ts'
import { Actions, Stack } from '../../../components/layout.tsx'
import type { FieldSet } from '../../../desk/form-fields.tsx'
import { RadioField, TextField } from '../../../desk/form-fields.tsx'
import { choiceIn, type Typed, textIn, together } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages, Problem } from '../../kit.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import { changeFields, choices, dayOfText, found, inCase, numberOf, rowIn, versionIn } from '../case-form.ts'
import { caseFormScreen } from '../trajectory/form-frame.tsx'
import { growthOf, growthSentence } from './growth.ts'
import { NetworkMap } from './map.tsx'
import { ContactTable } from './network-section.tsx'

const kinds: readonly ContactKind[] = ['informal', 'professional']

/** Who stand around her: the map, the table, and somebody more. */
export const networkPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const { contacts, growth, closed } = await inCase(request, 'read', async (ctx, trajectory) => {
      const all = await contactsOf(ctx, trajectory)
      return {
        contacts: all,
        growth: growthOf(all, await contactHistory(ctx, trajectory), request.now),
        closed: trajectory.state === 'closed',
      }
    })
    const w = request.words.caseNetwork
    const number = numberOf(request)
    const path = `/trajecten/${number}/netwerk`
    const now = contacts.filter(({ until }) => until === null)
    const past = contacts.filter(({ until }) => until !== null)
    const link = (contact: Contact) => (
      <Link href={caseHref(request, `${path}/${contact.id}`)}>{contact.who}</Link>
    )
    return caseFormScreen(request, {
      number,
      title: w.title,
      intro: w.intro,
      path,
      form: 'persoon',
      sent,
      children: (
        <>
          {now.length === 0 ? (
            <Paragraph>{w.none}</Paragraph>
          ) : (
            <Stack>
              <div className="schakel-card">
                <NetworkMap request={request} contacts={now} />
                <small>{w.legend}</small>
              </div>
              <Paragraph>{growthSentence(request, growth)}</Paragraph>
              <ContactTable request={request} contacts={now} link={link} />
            </Stack>
          )}
          {!closed && (
            <form method="post" action={caseHref(request, path)} className="schakel-form">
              <Stack>
                <Heading2>{w.add}</Heading2>
                <ContactFields request={request} set={fieldsFor(request, 'persoon', sent)} />
                <Actions>
                  <Button type="submit" appearance="primary-action-button">
                    {w.add}
                  </Button>
                </Actions>
              </Stack>
            </form>
          )}
          {past.length > 0 && (
            <details className="schakel-fold">
              <summary>{w.before}</summary>
              <ContactTable request={request} contacts={past} link={link} />
            </details>
          )}
        </>
      ),
    })
  },
  async send(request, typed) {
    const given = contactIn(typed)
    await inCase(request, 'write', (ctx, trajectory) => addContact(ctx, trajectory, given))
    return goTo(request, `/trajecten/${numberOf(request)}/netwerk?gedaan=netwerk`)
  },
})

/** One of them: what she says of them now, and what she said before. */
export const contactPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const id = rowIn(request, 'contact')
    const { contact, history } = await inCase(request, 'read', async (ctx, trajectory) => ({
      contact: found(await contactsOf(ctx, trajectory), id),
      history: await historyOf<Contact>(ctx, trajectory, 'contact', id),
    }))
    const w = request.words.caseNetwork
    const number = numberOf(request)
    const path = `/trajecten/${number}/netwerk/${id}`
    const set = changeFields(request, 'wijzigen', sent, { who: contact.who })
    const action = caseHref(request, path)
    return caseFormScreen(request, {
      number,
      title: contact.who,
      path,
      form: '',
      sent: null,
      children: (
        <>
          {contact.until === null && (
            <>
              <form method="post" action={action} className="schakel-form">
                <Stack>
                  <Problem request={request} form="wijzigen" sent={sent} />
                  <input type="hidden" name="form" value="wijzigen" />
                  <input type="hidden" name="version" value={contact.version} />
                  <ContactFields request={request} set={set} contact={contact} />
                  <Actions>
                    <Button type="submit" appearance="primary-action-button">
                      {w.save}
                    </Button>
                  </Actions>
                </Stack>
              </form>
              <details className="schakel-fold">
                <summary>{w.end}</summary>
                <form method="post" action={action} className="schakel-form">
                  <Stack>
                    <Paragraph>{w.endIntro}</Paragraph>
                    <Problem request={request} form="eindigen" sent={sent} />
                    <input type="hidden" name="form" value="eindigen" />
                    <input type="hidden" name="version" value={contact.version} />
                    <Actions>
                      <Button type="submit" appearance="secondary-action-button">
                        {w.endSubmit}
                      </Button>
                    </Actions>
                  </Stack>
                </form>
              </details>
            </>
          )}
          <ContactHistory request={request} history={history} />
        </>
      ),
    })
  },
  async send(request, typed) {
    const row = { id: rowIn(request, 'contact'), version: versionIn(typed) }
    const list = `/trajecten/${numberOf(request)}/netwerk`
    if (textIn(typed, 'form') === 'eindigen') {
      await inCase(request, 'write', (ctx, trajectory) => endContact(ctx, trajectory, row))
      return goTo(request, `${list}?gedaan=netwerk-weg`)
    }
    const given = contactIn(typed)
    await inCase(request, 'write', (ctx, trajectory) => changeContact(ctx, trajectory, { ...row, ...given }))
    return goTo(request, `${list}?gedaan=bewaard`)
  },
})

function contactIn(typed: Typed) {
  const { kind, verdict, closeness } = together({
    kind: () => choiceIn(typed, 'kind', kinds),
    verdict: () => choiceIn(typed, 'verdict', verdicts),
    closeness: () => Number(choiceIn(typed, 'closeness', ['1', '2', '3'])) as 1 | 2 | 3,
  })
  return { who: textIn(typed, 'who'), kind, verdict, closeness }
}

function ContactFields({
  request,
  set,
  contact,
}: {
  request: StaffRequest
  set: FieldSet
  contact?: Contact
}) {
  const w = request.words.caseNetwork
  return (
    <>
      <TextField set={set} name="who" label={w.who} hint={w.whoHint} value={contact?.who ?? ''} />
      <RadioField
        set={set}
        name="kind"
        label={w.kind}
        value={contact?.kind ?? 'informal'}
        choices={choices(kinds, w.kinds)}
      />
      <RadioField
        set={set}
        name="verdict"
        label={w.verdict}
        value={contact?.verdict ?? 'unknown'}
        choices={choices(verdicts, w.verdicts)}
      />
      <RadioField
        set={set}
        name="closeness"
        label={w.closeness}
        value={String(contact?.closeness ?? 2)}
        choices={([1, 2, 3] as const).map((value) => ({ value: String(value), label: w.near[value] }))}
      />
    </>
  )
}

function ContactHistory({
  request,
  history,
}: {
  request: StaffRequest
  history: readonly Before<Contact>[]
}) {
  const w = request.words.caseNetwork
  if (history.length === 0) return null
  return (
    <details className="schakel-fold">
      <summary>{w.history}</summary>
      <ul className="schakel-plain schakel-rows">
        {history.map(({ version, before, by, at }) => (
          <li key={version}>
            {w.was(
              [before.who, w.kinds[before.kind], w.verdicts[before.verdict], w.near[before.closeness]].join(
                ', ',
              ),
              by ?? '',
              dayOfText(request, at),
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
