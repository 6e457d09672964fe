import { formatDate } from '../format.ts'
import type { withdrawWords as nl } from '../nl/withdraw.ts'

const date = (iso: string) => formatDate(iso, 'en')

export const withdrawWords: typeof nl = {
  title: 'Withdraw a letter',
  lead: 'A withdrawn letter can still be read. Above it stands that it was withdrawn, since when and why.',
  moves: 'This will happen',
  claims: 'What the letter says about motions no longer counts.',
  commitments: 'These commitments lapse:',
  proposals: 'These proposals go back:',
  settled:
    'These parts were settled on this letter. They stay settled until somebody reopens them. They will stand under Today:',
  nothing: 'Nothing else rests on this letter.',
  reason: 'Why is the letter withdrawn?',
  reasonHint: 'This reason is public.',
  needed: 'Write why.',
  button: 'Withdraw the letter',
  cancel: 'Back without withdrawing',
  done: 'The letter is withdrawn.',
  restored: 'The letter counts again.',
  is: 'This letter is withdrawn',
  restore: 'Undo the withdrawal',
  restoreLead: 'That is possible as long as nobody went on with what changed then.',
  banner: (iso) => `Withdrawn on ${date(iso)}`,
  bannerLead: 'This letter was withdrawn. What it says no longer counts.',
  why: (reason) => `Reason: ${reason}`,
}
