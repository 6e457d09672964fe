import type { ReadonlyKysely } from 'kysely/readonly'
import type { PublicDb } from '../public-register.ts'
import type { Domain } from '../read/reading.ts'
import type { NamedTopic } from './mail.ts'

/** Something that can be followed, as an address names it. */
export type Topic =
  | { kind: 'motion'; motion: number }
  | { kind: 'party'; party: string }
  | { kind: 'domain'; domain: Domain }

export const followDomains: readonly Domain[] = [
  'housing',
  'training',
  'work',
  'debt',
  'health',
  'safety',
  'network',
  'legal',
  'other',
]

/** What this is called, as far as it is public; of a motion that was merged into another, that one. Null when there is nothing of the kind. */
export async function namedTopic(
  db: PublicDb,
  input: { municipality: string; topic: Topic },
): Promise<NamedTopic | null> {
  const { municipality, topic } = input
  if (topic.kind === 'domain') {
    return followDomains.includes(topic.domain) ? { kind: 'domain', domain: topic.domain } : null
  }
  if (topic.kind === 'party') {
    const party = await db
      .selectFrom('council.party')
      .select(['slug', 'name'])
      .where('municipality', '=', municipality)
      .where('slug', '=', topic.party)
      .executeTakeFirst()
    return party ? { kind: 'party', ...party } : null
  }
  const motion = await db
    .selectFrom('council.motion')
    .select(['id', 'kind', 'number', 'title', 'year', 'slug'])
    .where('municipality', '=', municipality)
    .where('published_at', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('id', '=', topic.motion),
        eb('id', 'in', (of) =>
          of
            .selectFrom('council.motion_merge as merge')
            .select('merge.into_id')
            .where('merge.municipality', '=', municipality)
            .where('merge.motion_id', '=', topic.motion),
        ),
      ]),
    )
    .executeTakeFirst()
  return motion ? { kind: 'motion', motion } : null
}

/** The parties and domains that can be followed, for the page without a choice. */
export async function followable(
  db: PublicDb,
  input: { municipality: string },
): Promise<{ parties: { slug: string; name: string }[]; domains: readonly Domain[] }> {
  const parties = await db
    .selectFrom('council.party')
    .select(['slug', 'name'])
    .where('municipality', '=', input.municipality)
    .orderBy('name')
    .execute()
  return { parties, domains: followDomains }
}

/** A transaction of the desk, read as a visitor's handle: the two types differ in what a write returns. */
export const asReader = (tx: unknown): PublicDb => tx as ReadonlyKysely<never> as PublicDb
