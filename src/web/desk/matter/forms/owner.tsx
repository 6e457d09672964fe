import { assignOwner, type Official, peopleAtDesk } from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { Invalid } from '../../../../errors.ts'
import { SelectField, TextField } from '../../form-fields.tsx'
import { idIn, type Typed, textIn, versionIn, writtenIn } from '../typed.ts'
import type { MatterForm } from './form.ts'

export const ownerForm: MatterForm = {
  Fields({ request, view, set }) {
    const words = request.words.matterDesk.form.owner
    const { owner, official } = view.matter
    const college = view.people.college.some(({ person }) => person === owner?.id)
      ? view.people.college
      : [...view.people.college, ...(owner ? [{ person: owner.id, name: owner.name }] : [])]
    const known = view.people.officials.some(({ account }) => account === official?.account)
    return (
      <>
        <p>{words.lead}</p>
        <SelectField
          set={set}
          name="portfolioHolder"
          label={words.portfolioHolder}
          hint={words.portfolioHint}
          value={String(owner?.id ?? '')}
          choices={[
            { value: '', label: words.nobody },
            ...college.map(({ person, name }) => ({ value: String(person), label: name })),
          ]}
        />
        <div className="schakel-grid-2">
          <SelectField
            set={set}
            name="account"
            label={words.official}
            hint={words.officialHint}
            value={known ? (official?.account ?? '') : ''}
            choices={[
              { value: '', label: words.nobody },
              ...view.people.officials.map(({ account, name }) => ({ value: account, label: name })),
            ]}
          />
          <TextField
            set={set}
            name="official"
            label={words.officialName}
            hint={words.officialNameHint}
            value={official && !known ? official.name : ''}
          />
        </div>
      </>
    )
  },
  async take(ctx, { matter, typed }) {
    await assignOwner(ctx, {
      matter,
      version: versionIn(typed, matter),
      portfolioHolder: idIn(typed, 'portfolioHolder'),
      official: await officialIn(ctx, typed),
    })
  },
}

/** A typed name goes before a choice: it is what somebody took the trouble to write. */
async function officialIn(ctx: Ctx, typed: Typed): Promise<Official | null> {
  const name = writtenIn(typed, 'official')
  if (name) return { account: null, name }
  const account = textIn(typed, 'account')
  if (account === '') return null
  const found = (await peopleAtDesk(ctx)).officials.find((one) => one.account === account)
  if (!found) throw new Invalid('form-invalid', [{ field: 'account', code: 'not-a-choice' }])
  return found
}
