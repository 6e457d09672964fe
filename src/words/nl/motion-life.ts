import type { DueSource, ReopenCause, SettlementOutcome } from '../../council/index.ts'
import { capitalise, countOf, formatDate, formatSpan, listOf } from '../format.ts'
import { lifeWords as life } from './life.ts'

const date = (iso: string) => formatDate(iso, 'nl')
const items = (n: number) => countOf(n, 'onderdeel', 'onderdelen', 'nl')
const count = (n: number) => countOf(n, '', '', 'nl').trim()
/** "op een aankondiging", "als uitgevoerd": goes on after "deed … af". */
const settledAs = (outcome: SettlementOutcome) =>
  outcome === 'announced' ? 'op een aankondiging' : `als ${life.outcome[outcome]}`
/** What a body decided: an announcement settles, and is not yet a deed. */
const decidedAs = (outcome: SettlementOutcome) =>
  outcome === 'announced' ? 'afgedaan op een aankondiging' : life.outcome[outcome]
const dayWas: Record<DueSource, (iso: string) => string> = {
  check: (iso) => `op onze controledatum, ${date(iso)},`,
  text: (iso) => `op de laatste dag die de brief noemde, ${date(iso)},`,
  extension: (iso) => `op de laatste dag na verlenging, ${date(iso)},`,
}

/** How the life of what a motion asks is told on its page. */
export const motionLifeWords = {
  rings: {
    asked: 'Gevraagd',
    decided: 'Besloten',
    promised: 'Toegezegd',
    evidence: 'Bewijs',
    settled: 'Afgedaan',
  },
  ring: {
    noDate: 'datum onbekend',
    textUnknown: 'tekst niet bekend',
    promised: (iso: string, n: number) =>
      n === 1 ? date(iso) : `${date(iso)}, ${countOf(n, 'toezegging', 'toezeggingen', 'nl')}`,
    late: {
      check: (iso: string) => `controledatum ${date(iso)}: nog niets bekend`,
      text: (iso: string) => `uiterlijk ${date(iso)}: nog niets bekend`,
      extension: (iso: string) => `verlengd tot ${date(iso)}: nog niets bekend`,
    } as Record<DueSource, (iso: string) => string>,
    lateUndated: 'te laat',
    termPassed: (iso: string) => `termijn ${date(iso)}: nog geen antwoord`,
    some: (some: number, of: number) => `bij ${some} van ${of} onderdelen`,
    unknown: 'onbekend, uit een oud register',
    kept: (iso: string) => `toezegging nagekomen, ${date(iso)}`,
    fallen: (some: number, of: number, iso: string | null) =>
      `teruggenomen${iso ? ` op ${date(iso)}` : ''}${some < of ? `, bij ${some} van ${of} onderdelen` : ''}`,
    announced: (iso: string | null) =>
      iso ? `alleen aangekondigd; controle ${date(iso)}` : 'alleen aangekondigd',
    settled: (as: SettlementOutcome | null, iso: string | null) =>
      [as ? life.outcome[as] : 'met verschillende uitkomsten', iso && date(iso)].filter(Boolean).join(', '),
    settledSome: (some: number, of: number) => `${some} van ${of} onderdelen`,
    reopened: (some: number, of: number, iso: string | null) =>
      `${some === of ? '' : `${some} van ${of} onderdelen `}weer open${iso ? ` sinds ${date(iso)}` : ''}`,
    proposed: (iso: string | null, held: boolean) =>
      `${held ? 'voorstel aangehouden' : 'voorgesteld'}${iso ? `, ${date(iso)}` : ''}`,
    claimed: (iso: string | null) => `gemeld${iso ? ` op ${date(iso)}` : ''}, nog niet besloten`,
    nothing: 'nog niets',
    notYet: 'nog niet',
  },

  /** "In het kort". `all`: it is about everything that the motion asks. */
  short: {
    onAnnouncement: ', op grond van een aankondiging.',
    decided: (
      body: 'college' | 'council',
      iso: string,
      n: number,
      all: boolean,
      it: string,
      as: SettlementOutcome,
    ) => `${capitalise(life.body[body])} deed ${all ? it : items(n)} op ${date(iso)} af ${settledAs(as)}.`,
    rejected: (body: 'college' | 'council', iso: string, n: number, all: boolean, it: string) =>
      `${capitalise(life.body[body])} volgde op ${date(iso)} het voorstel om ${all ? it : items(n)} af te doen niet.`,
    changed: (
      body: 'college' | 'council',
      iso: string,
      n: number,
      all: boolean,
      it: string,
      as: SettlementOutcome,
    ) =>
      `${capitalise(life.body[body])} veranderde op ${date(iso)} het besluit over ${all ? it : items(n)}: nu afgedaan ${settledAs(as)}.`,
    /** `n`: matters that opened again because of it; 0: none. */
    missed: (source: DueSource, iso: string, n: number, all: boolean, it: string) => {
      const nothing = `Van wat was toegezegd, stond ${dayWas[source](iso)} nog niets in dit register`
      if (n === 0) return `${nothing}.`
      return `${nothing}; daarom ${all || n === 1 ? 'ging' : 'gingen'} ${all ? it : items(n)} weer open.`
    },
    reopened: (iso: string, n: number, all: boolean, it: string, cause: ReopenCause | null) =>
      `Op ${date(iso)} ${all || n === 1 ? 'ging' : 'gingen'} ${all ? it : items(n)} weer open${cause && cause !== 'by-hand' ? `, ${life.reopened[cause]}` : ''}.`,
    termPassed: (iso: string) => `De termijn om te antwoorden was ${date(iso)}.`,
    now: (
      standing: readonly {
        state: keyof typeof standingIn
        outcome: SettlementOutcome | null
        matters: number
      }[],
      lateSince: string | null,
    ) => {
      const total = standing.reduce((sum, { matters }) => sum + matters, 0)
      const one = standing.length === 1
      const said = standing.map(({ state, outcome, matters }, index) => {
        const how = standingIn[state](outcome)
        if (total === 1) return how
        if (one) return `${matters === 2 ? 'beide' : `alle ${count(matters)} de`} onderdelen ${how}`
        return `${index === 0 ? items(matters) : count(matters)} ${how}`
      })
      const late = lateSince ? `; een toezegging is te laat, sinds ${date(lateSince)}` : ''
      return `De stand nu: ${listOf(said, 'nl')}${late}.`
    },
    keptOn: (iso: string) => `Die is nagekomen op ${date(iso)}.`,
    partlyKeptOn: (iso: string) => `Die is deels nagekomen op ${date(iso)}.`,
    lapsed: 'Die is vervallen.',
    saidKept: (iso: string) => `Volgens een brief van ${date(iso)} is die nagekomen.`,
    dueText: (iso: string) => `Die komt uiterlijk op ${date(iso)}.`,
    dueExtension: (iso: string) => `Die komt uiterlijk op ${date(iso)}, na verlenging.`,
    dueCheck: (iso: string, from: string | null) =>
      `${from ? `Die komt na ${date(from)}. ` : ''}Op ${date(iso)} kijken wij of die er is; die controledatum is van ons.`,
    from: (iso: string) => `Die komt na ${date(iso)}.`,
    undated: 'Er staat geen datum bij.',
    runs: (iso: string | null) =>
      iso
        ? `De toezegging loopt nog; op ${date(iso)} kijken wij of die is nagekomen.`
        : 'De toezegging loopt nog, zonder datum.',
  },

  /** The card of one matter. */
  card: {
    who: 'Wie',
    nobody: 'nog niet bekend',
    term: 'Termijn',
    termPassed: (from: string, today: string) => `${formatSpan(from, today, 'nl')} voorbij`,
    evidence: 'Bewijs',
    noEvidence: 'nog niets',
    onlyAnnounced: 'Alleen aangekondigd:',
    proposal: 'Voorstel',
    proposedAs: (as: SettlementOutcome) => `voorstel: ${life.outcome[as]}`,
    proposed: (as: SettlementOutcome, iso: string) =>
      `${capitalise(life.outcome[as])}, voorgesteld op ${date(iso)}.`,
    mayObject: (iso: string) => `Indieners kunnen bezwaar maken tot en met ${date(iso)}.`,
    waits: 'Er is nog niet over besloten.',
    held: 'Het voorstel is aangehouden.',
    heldBecause: (reason: string) => `Het voorstel is aangehouden: ${reason}`,
    objection: 'Bezwaar',
    objected: (who: string, iso: string) => `${who}, ${date(iso)}:`,
    decision: 'Besluit',
    decided: (body: 'college' | 'council', iso: string, as: SettlementOutcome) =>
      `${capitalise(life.body[body])}, ${date(iso)}: ${decidedAs(as)}.`,
    rejected: (body: 'college' | 'council', iso: string) =>
      `${capitalise(life.body[body])}, ${date(iso)}: voorstel niet gevolgd.`,
    reason: 'Reden:',
    changed: (iso: string, as: SettlementOutcome) =>
      `Dit besluit kwam in plaats van een eerder besluit, van ${date(iso)}: ${decidedAs(as)}.`,
    reopened: 'Weer open',
    reopenedOn: (iso: string, cause: ReopenCause) =>
      cause === 'by-hand' ? `Op ${date(iso)}.` : `Op ${date(iso)}, ${life.reopened[cause]}.`,
    whichCommitment: 'lees welke',
    before: (body: 'college' | 'council', iso: string, as: SettlementOutcome) =>
      `Daarvoor besloot ${life.body[body]}, ${date(iso)}: ${decidedAs(as)}.`,
    check: 'Controle',
    checkOn: {
      check: (iso: string) =>
        `Op ${date(iso)} kijken wij of dit er is. Die controledatum is van ons, niet uit de brief:`,
      text: (iso: string) => `Uiterlijk op ${date(iso)}, volgens de brief, moet dit er zijn:`,
      extension: (iso: string) => `Uiterlijk op ${date(iso)}, na verlenging, moet dit er zijn:`,
    } as Record<DueSource, (iso: string) => string>,
    checkUndated: 'Er is geen dag afgesproken om te kijken of dit er is:',
    checkOver: {
      late: 'Op die dag stond er in dit register nog niets over.',
      kept: 'Dit is nagekomen.',
      'partly-kept': 'Dit is deels nagekomen.',
      lapsed: 'Deze toezegging is vervallen.',
    },
    history: (n: number) => `Alle stappen (${n})`,
    unheld: 'Deze stap is later ongedaan gemaakt.',
  },

  /** Commitments. */
  promise: {
    check: 'Controledatum',
    checkOurs: (iso: string) => `${date(iso)}; die is van ons, niet uit de brief`,
    checkNone: 'bewust niet afgesproken',
    checkUnset: 'nog niet gekozen',
    lateSince: 'Te laat sinds',
    lateFor: (since: string, today: string) => `${date(since)}, ${formatSpan(since, today, 'nl')}`,
    missed: 'Dag voorbij',
    missedOn: (iso: string) => `op ${date(iso)} stond er in dit register nog niets over`,
    kept: 'Nagekomen',
    partlyKept: 'Deels nagekomen',
    extended: 'Verlengd',
    extendedTo: (from: string | null, to: string) =>
      from ? `van ${date(from)} naar ${date(to)}:` : `tot ${date(to)}:`,
    lapsed: 'Vervallen',
    relation: 'Verband',
    theOther: 'naar die toezegging',
    history: (n: number) => `Alle stappen (${n})`,
  },

  /** "Hoe het ging". `about` names the matters, or is empty when it is about all of them. */
  happened: {
    about: (names: readonly string[]) => `(${listOf(names, 'nl')})`,
    proposal: (as: SettlementOutcome) => `Afdoening voorgesteld: ${life.outcome[as]}`,
    withdrawn: 'Voorstel ingetrokken',
    held: 'Voorstel aangehouden',
    progress: 'Tussenbericht',
    objection: (who: string) => `${who} maakte bezwaar`,
    accepted: (body: 'college' | 'council', as: SettlementOutcome) =>
      `${capitalise(life.body[body])} besloot: ${decidedAs(as)}`,
    rejected: (body: 'college' | 'council') => `${capitalise(life.body[body])} volgde het voorstel niet`,
    corrected: (body: 'college' | 'council', as: SettlementOutcome, instead: SettlementOutcome) =>
      `${capitalise(life.body[body])} veranderde het besluit: ${decidedAs(as)}, in plaats van ${decidedAs(instead)}`,
    changedOn: (iso: string) => `Dit besluit is later veranderd, op ${date(iso)}.`,
    reopened: 'Weer open',
    reopenedAll: 'Daarom ging alles weer open.',
    reopenedSome: (names: readonly string[]) => `Daarom ging weer open: ${listOf(names, 'nl')}.`,
    missed: {
      check: (iso: string) => `Controledatum ${date(iso)} voorbij`,
      text: (iso: string) => `Laatste dag ${date(iso)} voorbij`,
      extension: (iso: string) => `Verlengde dag ${date(iso)} voorbij`,
    } as Record<DueSource, (iso: string) => string>,
    missedThing: 'Hierover stond nog niets in dit register:',
    ours: 'De controledatum is van ons, niet uit de brief.',
    check: 'Controledatum',
    checkLead: 'dan kijken wij of dit er is:',
    checkLate: 'In dit register staat er nog niets over.',
    kept: 'Toezegging nagekomen',
    partlyKept: 'Toezegging deels nagekomen',
    extended: (from: string | null, to: string) =>
      from ? `Toezegging verlengd van ${date(from)} naar ${date(to)}` : `Toezegging verlengd tot ${date(to)}`,
    lapsed: 'Toezegging vervallen',
  },
}

const standingIn = {
  settled: (as: SettlementOutcome | null) =>
    as === 'announced' ? 'afgedaan op een aankondiging' : as ? life.outcome[as] : 'afgedaan',
  proposed: (as: SettlementOutcome | null) => (as ? `voorgesteld als ${life.outcome[as]}` : 'voorgesteld'),
  reopened: () => 'weer open',
  'in-progress': () => 'in behandeling',
  open: () => 'nog open',
}
