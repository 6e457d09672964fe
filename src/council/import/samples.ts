/** Invented lists for tests and measurements. */
import { sql } from 'kysely'
import type { Ctx, InTransaction } from '../../ctx.ts'
import { finishImport, startImport } from './advance-import.ts'
import { columnGuess, importAtDesk, wordGuesses } from './import-at-desk.ts'
import { mapColumns, mapWords } from './map-list.ts'
import type { ImportMapping } from './mapping.ts'
import { receiveList } from './store-list.ts'

export type { InTransaction }

export const sampleHeaders = [
  'Nummer',
  'Titel',
  'Datum',
  'Indiener(s)',
  'Fractie(s)',
  'Uitslag',
  'Portefeuillehouder',
  'Termijn',
  'Status',
  'Afdoening',
  'Datum afdoening',
  'RIS-nummer',
  'Verzoek',
  'Toelichting',
]

/** A list as text, with quotes where a cell needs them. */
export const csvOf = (rows: readonly (readonly string[])[], headers: readonly string[] = sampleHeaders) =>
  [headers, ...rows]
    .map((row) =>
      row.map((cell) => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';'),
    )
    .join('\r\n')

/** Many different motions of ten years: adopted and not, open and settled, with and without a request. */
export function sampleRows(count: number): string[][] {
  const parties = ['Dorpsbelang', 'Nieuw Dorp', 'Groen Dorp', 'Samen Vooruit']
  const things = ['bankjes', 'bomen', 'fietspaden', 'lantaarns', 'speeltuinen', 'bushaltes', 'bruggen']
  return Array.from({ length: count }, (_, index) => {
    const year = 2010 + (index % 10)
    const thing = things[index % things.length]!
    const adopted = index % 4 !== 3
    const settled = adopted && index % 3 === 0
    return [
      `M${index + 1}`,
      `Meer ${thing} in wijk ${index % 97}`,
      `${(index % 28) + 1}-${(index % 12) + 1}-${year}`,
      `Lid ${index % 40}`,
      parties[index % 4]!,
      adopted ? 'Aangenomen' : 'Verworpen',
      '',
      index % 5 === 0 ? `1-6-${year + 1}` : '',
      settled ? 'Afgedaan' : adopted ? 'Loopt' : '',
      settled ? ['Uitgevoerd', 'Deels uitgevoerd', 'Achterhaald'][index % 3]! : '',
      settled ? `15-11-${year + 1}` : '',
      index % 2 === 0 ? `RIS${200_000 + index}` : '',
      index % 6 === 0
        ? ''
        : `te zorgen voor ${thing} in wijk ${index % 97}, en dit "voor de zomer";\nte melden aan de raad`,
      settled ? 'Zie de brief aan de raad.' : '',
    ]
  })
}

/** Takes a list in with the guesses of the program, and compares it. */
export async function compareList(
  inTransaction: InTransaction,
  text: string,
  change: Partial<Omit<ImportMapping, 'columns'>> = {},
): Promise<number> {
  const { import: id } = await receiveList(inTransaction, {
    bytes: new TextEncoder().encode(text),
    fileName: 'moties.csv',
  })
  await inTransaction(async (ctx) => {
    const list = await importAtDesk(ctx, { import: id })
    const version = await mapColumns(ctx, {
      import: id,
      version: list.version,
      columns: await columnGuess(ctx, list),
    })
    const guesses = await wordGuesses(ctx, await importAtDesk(ctx, { import: id }))
    const words = <T extends string>(of: readonly { folded: string; value: string }[]) =>
      Object.fromEntries(of.map((one) => [one.folded, one.value as T]))
    await mapWords(ctx, {
      import: id,
      version,
      outcomes: words(guesses.outcomes),
      statuses: words(guesses.statuses),
      settlements: words(guesses.settlements),
      outcomeOfAll: 'unknown',
      decidedBy: 'council',
      ...change,
    })
  })
  await finishImport(inTransaction, { import: id })
  return id
}

/** The same, and brings it into the register. */
export async function importAll(
  inTransaction: InTransaction,
  text: string,
  change: Partial<Omit<ImportMapping, 'columns'>> = {},
): Promise<number> {
  const id = await compareList(inTransaction, text, change)
  await inTransaction(async (ctx) => {
    const { version } = await importAtDesk(ctx, { import: id })
    await startImport(ctx, { import: id, version })
  })
  await finishImport(inTransaction, { import: id })
  return id
}

/** Everything that an import wrote, without the identifiers that the database gave. */
export async function registerOf(ctx: Ctx) {
  const { rows } = await sql<Record<string, unknown>>`
    select m.year, m.slug, m.number, m.title, m.dated::text, m.outcome, m.kind, m.version,
      (select jsonb_agg(jsonb_build_array(i.kind, i.value, i.printed) order by i.kind, i.value) from council.motion_identifier i where i.motion_id = m.id) as numbers,
      (select jsonb_agg(jsonb_build_array(s.printed_name, s.printed_party, p.slug) order by s.position) from council.motion_submitter s left join council.party p on p.id = s.party_id where s.motion_id = m.id) as submitters,
      (select jsonb_agg(r.text order by r.position) from council.request r where r.motion_id = m.id) as requests,
      (select jsonb_agg(jsonb_build_array(x.state, x.outcome, x.term_source, x.term_not_after, x.version, d.decided_on, d.body, e.kind,
          (select jsonb_agg(h.step order by h.id) from council.matter_history h where h.matter_id = x.id)))
        from council.matter x left join council.settlement_decision d on d.id = x.decision_id
        left join council.settlement_evidence e on e.proposal_id = d.proposal_id where x.motion_id = m.id) as matters,
      (select jsonb_build_array(i.printed_status, i.request_is_title) from council.imported_motion i where i.motion_id = m.id) as origin,
      (select jsonb_build_array(e.status, e.parties, e.requests) from council.register_entry e where e.motion_id = m.id) as entry
    from council.motion m order by m.year, m.slug`.execute(ctx.tx)
  return rows
}
