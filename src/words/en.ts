import { accountWords } from './en/accounts.ts'
import { caseAdmin } from './en/case-admin.ts'
import { caseAppointments } from './en/case-appointments.ts'
import { caseCard } from './en/case-card.ts'
import { caseDesk } from './en/case-desk.ts'
import { caseDone } from './en/case-done.ts'
import { caseForm } from './en/case-form.ts'
import { caseMine } from './en/case-mine.ts'
import { caseNetwork } from './en/case-network.ts'
import { caseNotes } from './en/case-notes.ts'
import { casePartner } from './en/case-partner.ts'
import { casePasskey } from './en/case-passkey.ts'
import { casePlan } from './en/case-plan.ts'
import { casePrivacy } from './en/case-privacy.ts'
import { caseSessions } from './en/case-sessions.ts'
import { caseShare } from './en/case-share.ts'
import { caseShell } from './en/case-shell.ts'
import { caseTerms } from './en/case-terms.ts'
import { caseToday } from './en/case-today.ts'
import { commitmentDeskWords } from './en/commitment-desk.ts'
import { commitmentPageWords } from './en/commitment-page.ts'
import { correctWords } from './en/correct.ts'
import { councilListWords } from './en/council-list.ts'
import { coverageWords } from './en/coverage.ts'
import { deskWords } from './en/desk.ts'
import { errorWords } from './en/errors.ts'
import { evidenceWords } from './en/evidence.ts'
import { feedWords } from './en/feeds.ts'
import { followWords } from './en/follow.ts'
import { importWords } from './en/import.ts'
import { letterOutWords } from './en/letter-out.ts'
import { lifeWords } from './en/life.ts'
import { mailWords } from './en/mail.ts'
import { matterDeskWords } from './en/matter-desk.ts'
import { mergeWords } from './en/merge.ts'
import { pageWords } from './en/pages.ts'
import { partingWords } from './en/parting.ts'
import { programmeWords } from './en/programme.ts'
import { programmeEvidenceWords } from './en/programme-evidence.ts'
import { programmeFieldWords } from './en/programme-fields.ts'
import { programmeFiguresWords } from './en/programme-figures.ts'
import { programmeHistoryWords } from './en/programme-history.ts'
import { programmeManyWords } from './en/programme-many.ts'
import { programmePlanWords } from './en/programme-plan.ts'
import { programmePublicWords } from './en/programme-public.ts'
import { programmeReportWords } from './en/programme-report.ts'
import { programmeWorkWords } from './en/programme-work.ts'
import { publicWords } from './en/public.ts'
import { shellWords } from './en/shell.ts'
import { termWords } from './en/terms.ts'
import { todayWords } from './en/today.ts'
import { unregisterWords } from './en/unregister.ts'
import { wishWords } from './en/wishes.ts'
import { withdrawWords } from './en/withdraw.ts'
import type { Words } from './index.ts'

/** English, complete: the same keys as Dutch. */
export const en: Words = {
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
