import { accountWords } from './nl/accounts.ts'
import { caseAdmin } from './nl/case-admin.ts'
import { caseAppointments } from './nl/case-appointments.ts'
import { caseCard } from './nl/case-card.ts'
import { caseDesk } from './nl/case-desk.ts'
import { caseDone } from './nl/case-done.ts'
import { caseForm } from './nl/case-form.ts'
import { caseMine } from './nl/case-mine.ts'
import { caseNetwork } from './nl/case-network.ts'
import { caseNotes } from './nl/case-notes.ts'
import { casePartner } from './nl/case-partner.ts'
import { casePasskey } from './nl/case-passkey.ts'
import { casePlan } from './nl/case-plan.ts'
import { casePrivacy } from './nl/case-privacy.ts'
import { caseSessions } from './nl/case-sessions.ts'
import { caseShare } from './nl/case-share.ts'
import { caseShell } from './nl/case-shell.ts'
import { caseTerms } from './nl/case-terms.ts'
import { caseToday } from './nl/case-today.ts'
import { commitmentDeskWords } from './nl/commitment-desk.ts'
import { commitmentPageWords } from './nl/commitment-page.ts'
import { correctWords } from './nl/correct.ts'
import { councilListWords } from './nl/council-list.ts'
import { coverageWords } from './nl/coverage.ts'
import { deskWords } from './nl/desk.ts'
import { errorWords } from './nl/errors.ts'
import { evidenceWords } from './nl/evidence.ts'
import { feedWords } from './nl/feeds.ts'
import { followWords } from './nl/follow.ts'
import { importWords } from './nl/import.ts'
import { letterOutWords } from './nl/letter-out.ts'
import { lifeWords } from './nl/life.ts'
import { mailWords } from './nl/mail.ts'
import { matterDeskWords } from './nl/matter-desk.ts'
import { mergeWords } from './nl/merge.ts'
import { pageWords } from './nl/pages.ts'
import { partingWords } from './nl/parting.ts'
import { programmeWords } from './nl/programme.ts'
import { programmeEvidenceWords } from './nl/programme-evidence.ts'
import { programmeFieldWords } from './nl/programme-fields.ts'
import { programmeFiguresWords } from './nl/programme-figures.ts'
import { programmeHistoryWords } from './nl/programme-history.ts'
import { programmeManyWords } from './nl/programme-many.ts'
import { programmePlanWords } from './nl/programme-plan.ts'
import { programmePublicWords } from './nl/programme-public.ts'
import { programmeReportWords } from './nl/programme-report.ts'
import { programmeWorkWords } from './nl/programme-work.ts'
import { publicWords } from './nl/public.ts'
import { shellWords } from './nl/shell.ts'
import { termWords } from './nl/terms.ts'
import { todayWords } from './nl/today.ts'
import { unregisterWords } from './nl/unregister.ts'
import { wishWords } from './nl/wishes.ts'
import { withdrawWords } from './nl/withdraw.ts'

/** Dutch: plain, calm, level B1. The shape of every other dictionary. */
export const nl = {
  errors: errorWords,
  shell: shellWords,
  terms: termWords,
  public: publicWords,
  life: lifeWords,
  mail: mailWords,
  follow: followWords,
  matterDesk: matterDeskWords,
  pages: pageWords,
  wishes: wishWords,
  feeds: feedWords,
  councilList: councilListWords,
  letterOut: letterOutWords,
  desk: deskWords,
  correct: correctWords,
  import: importWords,
  withdraw: withdrawWords,
  merge: mergeWords,
  parting: partingWords,
  unregister: unregisterWords,
  evidence: evidenceWords,
  commitmentDesk: commitmentDeskWords,
  commitmentPage: commitmentPageWords,
  today: todayWords,
  coverage: coverageWords,
  accounts: accountWords,
  caseAdmin,
  caseCard,
  caseDesk,
  caseDone,
  caseForm,
  casePasskey,
  caseMine,
  casePartner,
  caseShare,
  caseSessions,
  caseAppointments,
  caseNetwork,
  caseNotes,
  casePlan,
  caseTerms,
  caseToday,
  casePrivacy,
  caseShell,
  programme: programmeWords,
  programmeMany: programmeManyWords,
  programmePlan: programmePlanWords,
  programmePublic: programmePublicWords,
  programmeHistory: programmeHistoryWords,
  programmeEvidence: programmeEvidenceWords,
  programmeFields: programmeFieldWords,
  programmeFigures: programmeFiguresWords,
  programmeWork: programmeWorkWords,
  programmeReport: programmeReportWords,
}
