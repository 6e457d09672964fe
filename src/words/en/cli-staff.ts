import type { cliStaffWords as nl } from '../nl/cli-staff.ts'

export const cliStaffWords: typeof nl = {
  usage: `Usage: schakel staff add --name NAME --municipality MUNICIPALITY [--town TOWN]

Adds an administrator of the confidential side. Make two: a role holds only when a second administrator approves it.
MUNICIPALITY is a short name in small letters, such as waterstad.`,
  added: (name: string) =>
    `${name} was added as an administrator. The code of the invitation stands here once:`,
  next: 'Fill in the code at /uitnodiging, within seven days. Give it to this person yourself.',
}
