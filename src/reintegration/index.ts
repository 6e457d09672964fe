export type { Access, Refusal, Standing } from './access.ts'
export { mayOpen } from './access.ts'
export type { Appointment, AppointmentKind, AppointmentState, Planned } from './appointments.ts'
export {
  appointmentKinds,
  appointmentsOf,
  changeAppointment,
  planAppointment,
  settleAppointment,
  settled,
  showMeetingPlace,
} from './appointments.ts'
export type { AttachmentRef } from './attachments.ts'
export { addAttachments, downloadAttachment, mostFiles, removeAttachment } from './attachments.ts'
export type { Intake } from './begin-trajectory.ts'
export { beginTrajectory } from './begin-trajectory.ts'
export { breakGlass, officeKey, reasonOf } from './break-glass.ts'
export type { Facts } from './change-facts.ts'
export { changeFacts } from './change-facts.ts'
export { closeTrajectory, reopenTrajectory } from './close-trajectory.ts'
export type { Contact, ContactBefore, ContactKind, SafetyVerdict } from './contacts.ts'
export {
  addContact,
  changeContact,
  contactHistory,
  contactsOf,
  endContact,
  safeAt,
  verdicts,
} from './contacts.ts'
export {
  casesForReview,
  type Emergency,
  type EmergencyVerdict,
  emergenciesToJudge,
  emergencyVerdicts,
  judgeEmergency,
  namesOf,
} from './emergencies.ts'
export { findPerson } from './find-person.ts'
export type { Achievement, Goal, GoalState } from './goals.ts'
export {
  achievements,
  agreeToGoal,
  changeGoal,
  domains,
  endGoal,
  goalsOf,
  progressOf,
  proposeGoal,
} from './goals.ts'
export { groundNamed, groundsOn, type LegalGround } from './grounds.ts'
export type { HerGoal, Knower, Mine, NextStep } from './her-page.ts'
export {
  coordinatorOf,
  firstName,
  knowersOf,
  namesFor,
  nextStepOf,
  openMine,
  planOf,
  stopMine,
} from './her-page.ts'
export { type Findable, findable, type Identity, readIdentity, setIdentity } from './identity.ts'
export type { KnownLocation, LocationKind } from './locations.ts'
export { addLocation, grantLocation, locationsOf, showLocation } from './locations.ts'
export { type Message, messagesOf, readMessages, writeMessage } from './messages.ts'
export type { Note, NoteKind } from './notes.ts'
export {
  changeNote,
  countNotes,
  noteKinds,
  noteNamed,
  notesOf,
  notesOnPage,
  removeNote,
  writeNote,
} from './notes.ts'
export type { Purpose, Trajectory } from './open-trajectory.ts'
export { openTrajectory } from './open-trajectory.ts'
export { type Possible, possibleFor, type Service, services } from './possible.ts'
export type { Listed } from './queries.ts'
export { myTrajectories } from './queries.ts'
export { CaseRefused } from './refused.ts'
export type {
  Extension,
  RequestDecision,
  RequestGround,
  RequestKind,
  RequestStage,
  RequestWay,
  Verification,
} from './requests.ts'
export {
  articleOf,
  daysOfTerm,
  extensions,
  requestDecisions,
  requestGroundNamed,
  requestGroundsOn,
  requestKinds,
  requestTermNamed,
  requestWays,
  verifications,
} from './requests.ts'
export { mayPrint, type Printout, printTrajectory } from './requests-printout.ts'
export {
  countOpenRequests,
  myRequests,
  type OwnRequest,
  requestNamed,
  requestsHere,
  requestsOf,
  type SubjectRequest,
} from './requests-queries.ts'
export {
  attachCase,
  beginFromMessage,
  correctionsOf,
  type NewRequest,
  registerInCase,
  registerRequest,
} from './requests-register.ts'
export { type Retained, retained } from './requests-retained.ts'
export {
  coordinates,
  decideRequest,
  eraseOnRequest,
  extendRequest,
  finishRequest,
  takesCare,
  verifyIdentity,
} from './requests-steps.ts'
export { type Before, type CaseKey, historyOf } from './rows.ts'
export { answerPartner, type ShareMessage, shareMessages } from './share-messages.ts'
export type { ChainPartner, CheckedShare, ShareDraft } from './shares.ts'
export { chainPartners, checkShare, seeToShare, sendShare, stopShare, withdrawConsent } from './shares.ts'
export type { Shared, SharedWithUs } from './shares-partner.ts'
export { askBack, contentsOfShared, moveShared, movesOf, openShared, sharedWithUs } from './shares-partner.ts'
export type { OwnShare, ShareShown, ShareStand } from './shares-queries.ts'
export {
  askedOf,
  isRunning,
  itemsOf,
  myShares,
  readShareReference,
  shareOf,
  shareReference,
  sharesOf,
} from './shares-queries.ts'
export type { ShareCategory, ShareRule } from './shares-rules.ts'
export { shareCategory, shareRuleOn } from './shares-rules.ts'
export type {
  Closure,
  Domain,
  Ground,
  Part,
  Phase,
  Residence,
  SharePurpose,
  ShareState,
  TrajectoryState,
} from './tables.ts'
export type { Colleague, Member } from './team.ts'
export { colleaguesOf, handOver, joinTeam, leaveTeam, teamOf } from './team.ts'
export { dueDay, type TermRule, termRuleNamed, termRulesOn } from './term-rules.ts'
export type { Term, TermState } from './terms.ts'
export { endTerm, meetTerm, resumeTerm, startTerm, suspendTerm, termsOf } from './terms.ts'
export { type Attention, type Day, dayOfCare, type ToDo } from './today.ts'
