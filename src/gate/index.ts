export {
  accountsOf,
  addAccount,
  addOrganisation,
  endAccount,
  type HeldRole,
  inviteAgain,
  type KnownAccount,
  type KnownOrganisation,
  organisationKinds,
  organisationsOf,
} from './accounts.ts'
export { type CardState, cardOf, endHerAccess, giveCard, unlockCard } from './card.ts'
export { isEasyPin, newCardCode, readCardCode, readPin } from './card-code.ts'
export type { DemoAccount } from './demo.ts'
export { demoAccounts, signInAsDemo } from './demo.ts'
export { type Browser, deviceCode, readDevice, type System } from './device.ts'
export { addAdministrator } from './first-administrator.ts'
export { beginHandshake, takeHandshake } from './handshake.ts'
export { invitationDays, invite } from './invitations.ts'
export { accountNames } from './names.ts'
export {
  beginAnother,
  beginEnrolment,
  beginPasskeySignIn,
  endOwnPasskey,
  finishEnrolment,
  finishPasskeySignIn,
  type OwnPasskey,
  ownPasskeys,
} from './passkeys.ts'
export { approveRecovery, askRecovery, type Recovery, recoverable, recoveriesOf } from './recovery.ts'
export { approveRole, endRole, proposeRole } from './roles.ts'
export type { SignedIn } from './session.ts'
export { endSession, findSession, hashCaseToken, openSession, sessionLimits } from './session.ts'
export { endOtherSessions, endOwnSession, type OwnSession, ownSessions } from './sessions.ts'
export { choosePin, signInWithCard } from './sign-in-with-card.ts'
export { endVouched, type ProviderRules, signInVouched } from './sign-in-with-provider.ts'
export type { OrganisationKind, SignInMethod } from './tables.ts'
export { countTry, mostTries } from './tally.ts'
