import { Heading1, Heading2, Paragraph } from '@utrecht/component-library-react'
import type { MotionDossier, MotionNotes } from '../../../council/index.ts'
import { chainOf, motionDossier, motionNotes, summaryOf, timelineOf } from '../../../council/index.ts'
import { NotFound } from '../../../errors.ts'
import { dateOf, listOf } from '../../../words/format.ts'
import { Chain } from '../../components/chain.tsx'
import { Card, Columns, OverLine } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { outcomeInWords } from '../../components/term.ts'
import type { Answer, MunicipalityRequest, PublicMunicipalityRequest, Screen } from '../../page.ts'
import { FollowBlock, feedAlternates } from '../feeds/follow-block.tsx'
import { readYear } from '../register-query.ts'
import { Course } from './course.tsx'
import { MotionFacts } from './facts.tsx'
import { Notes } from './notes.tsx'
import { Promises } from './promises.tsx'
import { Reasons } from './reasons.tsx'
import { Requests } from './requests.tsx'
import { ringsOf } from './rings.ts'
import { type Sentence, shortSentences } from './short.ts'
import { VoteList } from './votes.tsx'

/** Everything about one motion: what was asked, promised and claimed, each with its passage. */
export async function motionPage(request: PublicMunicipalityRequest): Promise<Answer> {
  const year = readYear(request.params.year ?? null)
  if (year === null) throw new NotFound()
  const dossier = await motionDossier(request.publicDb, {
    municipality: request.municipality.slug,
    year,
    slug: request.params.slug ?? '',
  })
  const notes = await motionNotes(request.publicDb, {
    municipality: request.municipality.slug,
    motion: dossier.motion.id,
  })
  return motionScreen(request, dossier, notes)
}

export function motionScreen(
  request: MunicipalityRequest,
  dossier: MotionDossier,
  notes: MotionNotes = { imported: null, corrections: [] },
): Screen {
  const { words, language, municipality } = request
  const { motion } = dossier
  const today = dateOf(request.now)
  const summary = summaryOf(dossier, today)
  const sentences = shortSentences(dossier, summary, words, today)
  const name = words.public.numbered(motion.kind, motion.number)
  return {
    title: `${name}: ${motion.title}`,
    ...(sentences[0] ? { description: sentence(sentences[0]) } : {}),
    nav: 'motions',
    alternates: feedAlternates(request, { ...motion, kind: 'motion' }),
    crumbs: [
      { label: words.shell.municipality(municipality.name), path: `/${municipality.slug}` },
      { label: words.public.register.title, path: `/${municipality.slug}/moties` },
    ],
    body: (
      <article>
        <OverLine items={overLine(request, dossier)} />
        <Heading1>
          <Original language={language}>{motion.title}</Original>
        </Heading1>
        <Columns
          aside={
            <>
              <MotionFacts request={request} dossier={dossier} />
              <FollowBlock request={request} scope={{ ...motion, kind: 'motion' }} motion={motion.id} />
            </>
          }
        >
          <Card labelledBy="kort">
            <Heading2 id="kort">{words.public.dossier.inShort}</Heading2>
            <Told request={request} sentences={sentences.filter(({ now }) => !now)} />
            <Told request={request} sentences={sentences.filter(({ now }) => now)} strong />
            <Chain label={words.public.dossier.chain} rings={ringsOf(chainOf(dossier, today), words)} />
          </Card>
          <Requests request={request} dossier={dossier} today={today} />
          <Promises request={request} dossier={dossier} today={today} />
          <Course request={request} dossier={dossier} facts={timelineOf(dossier)} today={today} />
          <VoteList request={request} dossier={dossier} />
          <Reasons request={request} clauses={dossier.clauses} />
          <Notes request={request} notes={notes} />
          <Paragraph className="schakel-soft schakel-small">{words.public.dossier.notVerdict}</Paragraph>
        </Columns>
      </article>
    ),
  }
}

type ToldProps = { request: MunicipalityRequest; sentences: readonly Sentence[]; strong?: boolean }

/** Sentences as one paragraph; `strong`: for whoever reads nothing else. */
function Told({ request, sentences, strong = false }: ToldProps) {
  if (sentences.length === 0) return null
  return (
    <Paragraph className={strong ? 'schakel-lead schakel-lead--now' : 'schakel-lead'}>
      {sentences.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of one paragraph never change places
        <span key={index}>
          {index > 0 && ' '}
          {part.text}
          {part.parts.length > 0 && (
            <>
              {': '}
              <Original language={request.language}>{listOf(part.parts, 'nl')}</Original>.
            </>
          )}
        </span>
      ))}
    </Paragraph>
  )
}

function sentence({ text, parts }: { text: string; parts: readonly string[] }): string {
  return parts.length > 0 ? `${text}: ${listOf(parts, 'nl')}.` : text
}

function overLine({ words }: MunicipalityRequest, { motion, submitters }: MotionDossier): string[] {
  const parties = [...new Set(submitters.flatMap(({ party }) => party?.name ?? []))]
  return [
    words.public.numbered(motion.kind, motion.number),
    outcomeInWords(motion.outcome, motion.dated, words),
    ...(parties.length > 0 ? [words.public.by(parties)] : []),
  ]
}
