import { correctWords } from './nl/correct.ts'
import { councilListWords } from './nl/council-list.ts'
import { commitmentDeskWords } from './nl/commitment-desk.ts'
import { coverageWords } from './nl/coverage.ts'
import { deskWords } from './nl/desk.ts'
import { errorWords } from './nl/errors.ts'
import { feedWords } from './nl/feeds.ts'
import { evidenceWords } from './nl/evidence.ts'
import { followWords } from './nl/follow.ts'
import { importWords } from './nl/import.ts'
import { lifeWords } from './nl/life.ts'
import { mailWords } from './nl/mail.ts'
import { matterDeskWords } from './nl/matter-desk.ts'
import { pageWords } from './nl/pages.ts'
import { publicWords } from './nl/public.ts'
import { shellWords } from './nl/shell.ts'
import { termWords } from './nl/terms.ts'
import { wishWords } from './nl/wishes.ts'
import { todayWords } from './nl/today.ts'

/** Dutch: plain, calm, level B1. The shape of every other dictionary. */
export const nl = {
  errors: errorWords,
  shell: shellWords,
  terms: termWords,
  public: publicWords,
  life: lifeWords,
  follow: followWords,
  mail: mailWords,
  matterDesk: matterDeskWords,
  pages: pageWords,
  wishes: wishWords,
  feeds: feedWords,
  councilList: councilListWords,
  desk: deskWords,
  correct: correctWords,
  import: importWords,
  evidence: evidenceWords,
  commitmentDesk: commitmentDeskWords,
  today: todayWords,
  coverage: coverageWords,
}
