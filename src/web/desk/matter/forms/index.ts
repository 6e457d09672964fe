import type { FormKey } from '../steps.ts'
import { correctForm } from './correct.tsx'
import { decideForm } from './decide.tsx'
import type { MatterForm } from './form.ts'
import { holdForm } from './hold.tsx'
import { objectForm } from './object.tsx'
import { ownerForm } from './owner.tsx'
import { progressForm } from './progress.tsx'
import { proposeForm } from './propose.tsx'
import { reopenForm } from './reopen.tsx'
import { startForm } from './start.tsx'
import { termForm } from './term.tsx'
import { undoForm } from './undo.tsx'
import { withdrawForm } from './withdraw.tsx'

/** Every form of a matter. */
export const forms: Record<FormKey, MatterForm> = {
  start: startForm,
  owner: ownerForm,
  term: termForm,
  progress: progressForm,
  propose: proposeForm,
  withdraw: withdrawForm,
  object: objectForm,
  hold: holdForm,
  decide: decideForm,
  reopen: reopenForm,
  correct: correctForm,
  undo: undoForm,
}
