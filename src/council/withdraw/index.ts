export {
  type LetterToWithdraw,
  letterToWithdraw,
  letterWithdrawal,
  type Withdrawal,
} from './letter-withdrawal.ts'
export { restoreLetter, withdrawLetter } from './withdraw-letter.ts'
