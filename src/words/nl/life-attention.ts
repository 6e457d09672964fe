import type { AttentionReason, AttentionStep } from '../../council/index.ts'
import { formatDate } from '../format.ts'

const date = (iso: string) => formatDate(iso, 'nl')

/** What wants attention, and the next step. */
export const attentionWords = {
  /** Why something wants attention; `on` is the day that it turns on. */
  attention: {
    'commitment-late': (on) => (on ? `de dag van de toezegging was ${date(on)}` : 'de toezegging is te laat'),
    reopened: (on) => (on ? `heropend op ${date(on)}` : 'heropend'),
    'evidence-withdrawn': (on) =>
      on ? `waar dit op rust, is op ${date(on)} teruggenomen` : 'waar dit op rust, is teruggenomen',
    objected: () => 'een indiener maakte bezwaar',
    'decision-due': (on) => (on ? `wacht op een besluit, dat kan vanaf ${date(on)}` : 'wacht op een besluit'),
    'term-passed': (on) => (on ? `de termijn was ${date(on)}` : 'de termijn is voorbij'),
    'claim-waits': (on) =>
      on ? `een brief van ${date(on)} zegt er iets over` : 'een brief zegt er iets over',
    'evidence-offered': (on) =>
      on
        ? `een toezegging is op ${date(on)} nagekomen; dat kan bewijs zijn`
        : 'een toezegging is nagekomen; dat kan bewijs zijn',
    'milestone-reached': (on) =>
      on
        ? `het programma haalde op ${date(on)} een mijlpaal; dat kan bewijs zijn`
        : 'het programma haalde een mijlpaal; dat kan bewijs zijn',
    'check-date-needed': () => 'de toezegging heeft nog geen controledatum',
    'commitment-near': (on) =>
      on ? `de toezegging moet er zijn op ${date(on)}` : 'de toezegging komt eraan',
    'term-near': (on) => (on ? `de termijn is ${date(on)}` : 'de termijn komt eraan'),
    'term-undated': () => 'de termijn uit de tekst heeft geen datum',
    'owner-needed': () => 'nog geen portefeuillehouder',
    'proposal-held': (on) =>
      on ? `het voorstel van ${date(on)} is aangehouden` : 'het voorstel is aangehouden',
    'text-needed': () => 'de tekst van de motie ontbreekt',
  } as Record<AttentionReason, (on: string | null) => string>,
  /** The next step, as a button says it. */
  next: {
    'ask-how-it-stands': 'Vraag hoe het staat',
    start: 'Neem in behandeling',
    'answer-objection': 'Bekijk het bezwaar',
    decide: 'Leg het besluit vast',
    propose: 'Doe een voorstel',
    'note-progress': 'Geef een tussenbericht',
    reopen: 'Bekijk of het heropend moet',
    'set-check-date': 'Kies een controledatum',
    'agree-term': 'Spreek een termijn af',
    'assign-owner': 'Leg vast wie het doet',
    'add-text': 'Voeg de tekst toe',
  } as Record<AttentionStep, string>,
}
