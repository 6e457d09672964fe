import { NotFound } from '../errors.ts'
import type { DossierRequest, MotionDossier } from './dossier.ts'
import { commitmentsOfMotion } from './life/load-commitments.ts'
import { loadMatters } from './life/load-matters.ts'
import { mergesOf, partingsOf, setAsideOf } from './merge/merged-into.ts'
import { programmeFor } from './programme/work-on.ts'
import {
  completeCommitments,
  type Documents,
  loadClaims,
  loadDocuments,
  loadLetters,
  passageIn,
  passagesIn,
  termOf,
} from './public-parts.ts'
import type { PublicDb } from './public-register.ts'
import { matterStanding, type Standings, standingsOf } from './request-status.ts'

/** Everything public about one motion, by its public address. @throws NotFound */
export async function motionDossier(
  db: PublicDb,
  input: { municipality: string; year: number; slug: string },
): Promise<MotionDossier> {
  const motion = await db
    .selectFrom('council.motion as motion')
    .innerJoin('council.municipality as place', 'place.municipality', 'motion.municipality')
    .selectAll('motion')
    .select('place.name as place')
    .where('motion.municipality', '=', input.municipality)
    .where('motion.year', '=', input.year)
    .where('motion.slug', '=', input.slug)
    .executeTakeFirst()
  if (!motion) throw new NotFound()
  const rows = await loadRows(db, motion)
  const documents = await loadDocuments(db, motion.municipality, [
    ...rows.documentLinks.map((row) => row.document_id),
    ...Object.values(motion.sources).map((source) => source.document),
    ...[...rows.clauses, ...rows.requests, ...rows.parts, ...rows.submitters, ...rows.proposals].map(
      (row) => row.document_id,
    ),
  ])
  const letters = await loadLetters(
    db,
    motion.municipality,
    rows.letterLinks.map((row) => row.letter_id),
  )
  const commitments = await completeCommitments(db, motion.municipality, rows.commitments)
  const matters = await loadMatters(db, motion.municipality, motion.id)

  const standings = standingsOf({
    outcome: motion.outcome,
    requests: rows.requests.map((row) => ({
      id: row.id,
      parts: rows.parts.filter((part) => part.request_id === row.id).map((part) => part.id),
    })),
    claims: rows.claims,
    matters: matters.map((matter) => ({
      ...matterStanding(
        matter,
        matter.history.filter(({ undone }) => !undone),
      ),
      request: matter.request,
      part: matter.part,
    })),
  })
  const { id, year, slug, number, title, dated, outcome, kind, municipality } = motion
  const [merges, partings, setAside, programme] = await Promise.all([
    mergesOf(db, municipality, id),
    partingsOf(db, municipality, id),
    setAsideOf(db, municipality, id),
    programmeFor(db, {
      municipality,
      serves: [
        ...matters.map(({ id: of }) => ({ kind: 'matter' as const, of })),
        ...commitments.map(({ id: of }) => ({ kind: 'commitment' as const, of })),
      ],
    }),
  ])
  return {
    municipality: { slug: motion.municipality, name: motion.place },
    motion: {
      id,
      year,
      slug,
      number,
      title,
      dated,
      outcome,
      kind,
      closingFormula: motion.closing_formula,
      numbers: rows.identifiers.filter((row) => row.kind === 'number').map((row) => row.printed),
      registryNumbers: rows.identifiers.filter((row) => row.kind === 'registry').map((row) => row.printed),
      passages: passagesIn(documents, motion.sources),
    },
    meeting: rows.meeting,
    proposals: rows.proposals.map((row) => ({
      title: row.title,
      registryNumber: row.registry_number,
      passage: passageIn(documents, row.document_id, row.at),
    })),
    submitters: rows.submitters.map((row) => ({
      name: row.person_name ?? row.printed_name,
      printedName: row.printed_name,
      party: row.party_slug !== null ? { slug: row.party_slug, name: row.party_name! } : null,
      passage: passageIn(documents, row.document_id, row.at),
    })),
    votes:
      rows.votes.length > 0 || motion.votes_for !== null || motion.votes_against !== null
        ? {
            for: motion.votes_for,
            against: motion.votes_against,
            parties: rows.votes.map(({ slug, name, vote }) => ({ party: { slug, name }, vote })),
          }
        : null,
    clauses: rows.clauses.map((row) => ({
      kind: row.kind,
      text: row.text,
      passage: passageIn(documents, row.document_id, row.at),
    })),
    requests: requestsOf(rows, standings, documents),
    claims: rows.claims.map(({ motion: _, ...claim }) => {
      const whole = rows.requests.map((row) => ({ request: row.id, part: null }))
      const about = claim.about.length > 0 ? claim.about : whole
      return { ...claim, about, requests: [...new Set(about.map((link) => link.request))] }
    }),
    matters,
    commitments,
    letters: rows.letterLinks
      .flatMap(({ letter_id, role }) => {
        const letter = letters.get(letter_id)
        return letter ? [{ ...letter, role }] : []
      })
      .sort((a, b) => a.dated.localeCompare(b.dated) || a.id - b.id),
    documents: rows.documentLinks.flatMap(({ document_id, role }) => {
      const found = documents.get(document_id)
      return found ? [{ ...found.ref, role }] : []
    }),
    merges,
    partings,
    setAside,
    programme,
    status: standings.motion,
  }
}

type Rows = Awaited<ReturnType<typeof loadRows>>

function requestsOf(rows: Rows, standings: Standings, documents: Documents): DossierRequest[] {
  return rows.requests.map((row) => ({
    id: row.id,
    kind: row.kind,
    act: row.act,
    addressee: row.addressee,
    text: row.text,
    domain: row.domain,
    deadline: termOf(row),
    periodic: row.periodic_text === null ? null : { text: row.periodic_text, months: row.periodic_months },
    passage: passageIn(documents, row.document_id, row.at),
    parts: rows.parts
      .filter((part) => part.request_id === row.id)
      .map((part) => ({
        id: part.id,
        text: part.text,
        domain: part.domain,
        passage: passageIn(documents, part.document_id, part.at),
        status: standings.parts.get(part.id)!,
      })),
    status: standings.requests.get(row.id)!,
  }))
}

async function loadRows(
  db: PublicDb,
  motion: { municipality: string; id: number; meeting_id: number | null },
) {
  const { municipality, id } = motion
  const [identifiers, submitters, votes, proposals, clauses, requests, parts] = await Promise.all([
    db
      .selectFrom('council.motion_identifier')
      .select(['kind', 'printed'])
      .where('municipality', '=', municipality)
      .where('motion_id', '=', id)
      .orderBy('document_id')
      .orderBy('value')
      .execute(),
    db
      .selectFrom('council.motion_submitter as submitter')
      .leftJoin('council.person as person', (join) =>
        join
          .onRef('person.municipality', '=', 'submitter.municipality')
          .onRef('person.id', '=', 'submitter.person_id'),
      )
      .leftJoin('council.party as party', (join) =>
        join
          .onRef('party.municipality', '=', 'submitter.municipality')
          .onRef('party.id', '=', 'submitter.party_id'),
      )
      .select([
        'submitter.printed_name',
        'submitter.document_id',
        'submitter.at',
        'person.name as person_name',
        'party.slug as party_slug',
        'party.name as party_name',
      ])
      .where('submitter.municipality', '=', municipality)
      .where('submitter.motion_id', '=', id)
      .orderBy('submitter.position')
      .execute(),
    db
      .selectFrom('council.motion_vote as vote')
      .innerJoin('council.party as party', (join) =>
        join.onRef('party.municipality', '=', 'vote.municipality').onRef('party.id', '=', 'vote.party_id'),
      )
      .select(['party.slug', 'party.name', 'vote.vote'])
      .where('vote.municipality', '=', municipality)
      .where('vote.motion_id', '=', id)
      .orderBy('party.name')
      .execute(),
    db
      .selectFrom('council.motion_proposal as link')
      .innerJoin('council.proposal as proposal', (join) =>
        join
          .onRef('proposal.municipality', '=', 'link.municipality')
          .onRef('proposal.id', '=', 'link.proposal_id'),
      )
      .select(['proposal.title', 'proposal.registry_number', 'link.document_id', 'link.at'])
      .where('link.municipality', '=', municipality)
      .where('link.motion_id', '=', id)
      .orderBy('proposal.id')
      .execute(),
    db
      .selectFrom('council.clause')
      .select(['kind', 'text', 'document_id', 'at'])
      .where('municipality', '=', municipality)
      .where('motion_id', '=', id)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('council.request')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('motion_id', '=', id)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('council.request_part')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('motion_id', '=', id)
      .orderBy('request_id')
      .orderBy('position')
      .execute(),
  ])
  const [claims, letterLinks, documentLinks, commitments, meeting] = await Promise.all([
    loadClaims(db, municipality, { motion: id }),
    db
      .selectFrom('council.letter_motion')
      .select(['letter_id', 'role'])
      .where('municipality', '=', municipality)
      .where('motion_id', '=', id)
      .execute(),
    db
      .selectFrom('council.document_motion')
      .select(['document_id', 'role'])
      .where('municipality', '=', municipality)
      .where('motion_id', '=', id)
      .orderBy('document_id')
      .execute(),
    commitmentsOfMotion(db, municipality, id),
    motion.meeting_id === null
      ? null
      : db
          .selectFrom('council.meeting as meeting')
          .innerJoin('council.body as body', (join) =>
            join
              .onRef('body.municipality', '=', 'meeting.municipality')
              .onRef('body.id', '=', 'meeting.body_id'),
          )
          .select(['body.name as body', 'body.kind', 'meeting.held_on as heldOn'])
          .where('meeting.municipality', '=', municipality)
          .where('meeting.id', '=', motion.meeting_id)
          .executeTakeFirst()
          .then((found) => found ?? null),
  ])
  return {
    identifiers,
    submitters,
    votes,
    proposals,
    clauses,
    requests,
    parts,
    claims,
    letterLinks,
    documentLinks,
    commitments,
    meeting,
  }
}
