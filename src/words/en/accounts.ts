import { formatDate } from '../format.ts'
import type { accountWords as nl } from '../nl/accounts.ts'

export const accountWords: typeof nl = {
  title: 'Who is who',
  lead: 'Say here who in the register somebody is who signs in. A councillor then sees their own motions and can object to a proposal. An alderman sees their own terms.',
  none: 'Nobody signs in as a councillor or alderman yet.',
  is: 'Belongs to',
  nobody: 'nobody yet',
  choose: 'Who is this?',
  any: 'Choose a person',
  likely: (name) => `${name} has the same name. See whether it is the same person.`,
  person: (party, motions) =>
    [party, motions === 0 ? null : motions === 1 ? 'submitted 1 motion' : `submitted ${motions} motions`]
      .filter(Boolean)
      .join(', '),
  taken: 'has an account already',
  link: 'Link',
  linkOf: (account) => `Link the account of ${account}`,
  unlink: 'Take apart',
  unlinkOf: (account) => `Take apart: the account of ${account}`,
  linked: (account, person) => `The account of ${account} now belongs to ${person}.`,
  unlinked: (account) => `The account of ${account} belongs to nobody now.`,
  stale: 'Somebody else changed this meanwhile. Below is how it stands now.',
  history: 'What was recorded',
  historyNone: 'Nothing was recorded here yet.',
  said: {
    link: (account, person) => `${account} linked to ${person}`,
    unlink: (account, person) => `${account} taken apart from ${person}`,
  },
  by: (name, iso) => `${name}, ${formatDate(iso, 'en')}`,
  program: 'when the town was set up',
}
