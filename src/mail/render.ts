import type {
  FallenCommitment,
  MailFacts,
  MailLinks,
  MailMotion,
  MotionEvents,
  ReminderItem,
} from '../council/index.ts'
import type { Language } from '../words/format.ts'
import { capitalise } from '../words/format.ts'
import { wordsIn } from '../words/index.ts'
import { type Block, toHtml, toText } from './blocks.ts'

/** Where mail comes from and where its links lead. */
export type MailPlace = {
  municipality: { slug: string; name: string }
  /** Address of the site, without slash at the end. */
  baseUrl: string
  demo: boolean
  /** Days within which a question to confirm is answered. */
  confirmWithinDays: number
}
export type RenderedMail = {
  subject: string
  text: string
  html: string
  /** Name beside the address that it comes from. */
  from: string
  /** For `List-Unsubscribe`, which mail programs show as a button; null where mail belongs to the work. */
  unsubscribe: string | null
}

/** Longest lists in one mail; what is beyond is on the website. */
const mostMotions = 30
const mostEvents = 12
const mostItems = 60

/** A mail in words: plain text, and the same as simple HTML without pictures. Links lead to the site itself. Pure. */
export function renderMail(
  mail: { facts: MailFacts; language: Language; links: MailLinks },
  place: MailPlace,
): RenderedMail {
  const words = wordsIn(mail.language).mail
  const site = siteOf(mail.language, place)
  const { subject, blocks } = contentOf(mail.facts, { mail, words, site, place })
  const all: Block[] = [...blocks, { kind: 'rule' }, ...footer(mail, { words, site, place })]
  const stop = mail.links.stop
  return {
    subject: oneLine(subject),
    text: toText(all),
    html: toHtml(all, mail.language),
    from: oneLine(words.from(place.municipality.name)),
    unsubscribe: stop === null ? null : site(`/volgen/afmelden/${stop}`),
  }
}

type Words = ReturnType<typeof wordsIn>['mail']
type Site = (path: string) => string
type Here = { words: Words; site: Site; place: MailPlace }

const siteOf =
  (language: Language, { baseUrl, municipality }: MailPlace): Site =>
  (path) =>
    `${baseUrl}${language === 'en' ? '/en' : ''}/${municipality.slug}${path}`

/** A header is one line, whatever a title of a document holds. */
const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()

function contentOf(
  facts: MailFacts,
  here: Here & { mail: { links: MailLinks } },
): { subject: string; blocks: Block[] } {
  const { words, site, place } = here
  const name = place.municipality.name
  switch (facts.kind) {
    case 'confirm':
      return {
        subject: words.confirm.subject(name),
        blocks: [
          p(words.greeting(null)),
          p(words.confirm.lead(words.topic(facts.topic))),
          p(words.confirm.ask),
          {
            kind: 'link',
            label: words.confirm.button,
            href: site(`/volgen/bevestigen/${here.mail.links.confirm}`),
          },
          p(words.confirm.otherwise(place.confirmWithinDays)),
        ],
      }
    case 'known':
      return {
        subject: words.known.subject(name),
        blocks: [
          p(words.greeting(null)),
          p(words.known.lead(words.topic(facts.topic))),
          p(words.known.otherwise),
        ],
      }
    case 'digest': {
      const n = facts.motions.length
      return {
        subject: facts.name ? words.digest.subjectOwn(n, name) : words.digest.subject(n, name),
        blocks: [
          p(words.greeting(facts.name)),
          p(words.digest.lead(facts.from, facts.until)),
          ...facts.motions.slice(0, mostMotions).flatMap((one) => eventsOf(one, here)),
          ...(n > mostMotions ? [p(words.digest.moreMotions(n - mostMotions))] : []),
        ],
      }
    }
    case 'reopened':
      return {
        subject: words.reopened.subject(name),
        blocks: [
          p(words.greeting(null)),
          p(words.reopened.lead(facts.commitment.due)),
          p(words.reopened.promised(facts.commitment.text)),
          p(words.reopened.again),
          ...facts.motions.flatMap(({ motion, matters }): Block[] => [
            { kind: 'heading', text: words.motion(motion) },
            { kind: 'list', items: matters.map(capitalise) },
            motionLink(motion, here),
          ]),
        ],
      }
    case 'reminder':
      return reminder(facts.name, facts.items, here)
    case 'fallen':
      if ('commitment' in facts) return fallenKept(facts.name, facts.commitment, here)
      return {
        subject: words.fallen.subject(name),
        blocks: [
          p(words.greeting(facts.name)),
          p(words.fallen.lead(facts.body)),
          { kind: 'heading', text: words.motion(facts.motion) },
          ...facts.matters.flatMap(({ id, text, cause, on, reason }): Block[] => [
            p(
              `${capitalise(text)}. ${words.fallen.why[cause](on)}${reason ? ` ${words.fallen.reason(reason)}` : ''}`,
            ),
            { kind: 'link', label: words.fallen.open, href: site(`/bureau/onderdelen/${id}`) },
          ]),
          p(words.fallen.stays),
        ],
      }
  }
}

const p = (text: string): Block => ({ kind: 'paragraph', text })

function motionLink(motion: MailMotion, { words, site }: Here): Block {
  return { kind: 'link', label: words.readMotion, href: site(`/moties/${motion.year}/${motion.slug}`) }
}

function eventsOf({ motion, events }: MotionEvents, here: Here): Block[] {
  const { words } = here
  const shown = events.slice(0, mostEvents)
  const lines = shown.map(
    ({ what, on, text, outcome, until }) => `${words.date(on)}: ${words.event[what](text, outcome, until)}.`,
  )
  if (events.length > shown.length) lines.push(words.digest.more(events.length - shown.length))
  return [
    { kind: 'heading', text: words.motion(motion) },
    { kind: 'list', items: lines },
    motionLink(motion, here),
  ]
}

function fallenKept(
  name: string,
  { id, text, cause, on, reason, motions }: FallenCommitment,
  { words, site, place }: Here,
): { subject: string; blocks: Block[] } {
  const { fallen } = words
  return {
    subject: fallen.keptSubject(place.municipality.name),
    blocks: [
      p(words.greeting(name)),
      p(fallen.keptLead),
      { kind: 'heading', text: capitalise(text) },
      ...(motions.length > 0 ? [p(motions.map((motion) => `${words.motion(motion)}.`).join(' '))] : []),
      p(`${fallen.why[cause](on)}${reason ? ` ${fallen.reason(reason)}` : ''}`),
      { kind: 'link', label: words.reminder.openCommitment, href: site(`/bureau/toezeggingen/${id}`) },
      p(fallen.keptStays),
    ],
  }
}

function reminder(
  name: string,
  items: readonly ReminderItem[],
  here: Here,
): { subject: string; blocks: Block[] } {
  const { words, place } = here
  const { reminder: own } = words
  const passed = items.some(({ stage }) => stage === 'passed')
  return {
    subject: own.subject(items.length, passed, place.municipality.name),
    blocks: [
      p(words.greeting(name)),
      p(own.lead),
      ...items.slice(0, mostItems).flatMap((item) => reminded(item, here)),
      ...(items.length > mostItems ? [p(own.more(items.length - mostItems))] : []),
    ],
  }
}

function reminded(item: ReminderItem, { words, site }: Here): Block[] {
  const { reminder: own } = words
  const heading: Block = { kind: 'heading', text: capitalise(item.text) }
  const passed = item.stage === 'passed'
  if ('motions' in item) {
    const matter = item.about === 'matter'
    const term = matter
      ? (passed ? own.passed : own.before)(item.due)
      : (passed ? own.commitmentPassed : own.commitmentBefore)(item.due)
    return [
      heading,
      p([term, ...item.motions.map((motion) => `${words.motion(motion)}.`)].join(' ')),
      matter
        ? { kind: 'link', label: own.open, href: site(`/bureau/onderdelen/${item.id}`) }
        : { kind: 'link', label: own.openCommitment, href: site(`/bureau/toezeggingen/${item.id}`) },
    ]
  }
  const { programme, action } = item
  const milestone = item.about === 'milestone'
  const term = milestone
    ? (passed ? own.milestonePassed : own.milestoneBefore)(item.due)
    : (passed ? own.actionPassed : own.actionBefore)(item.due)
  const below = milestone ? `mijlpalen/${item.id}` : `acties/${item.id}`
  return [
    heading,
    p(`${term} ${own.inProgramme(milestone ? action : null, programme.title)}`),
    {
      kind: 'link',
      label: milestone ? own.openMilestone : own.openAction,
      href: site(`/bureau/programma/${programme.slug}/${below}`),
    },
  ]
}

function footer(mail: { facts: MailFacts; links: MailLinks }, { words, site, place }: Here): Block[] {
  const { facts, links } = mail
  const blocks: Block[] = []
  if (facts.kind === 'reminder') blocks.push(p(words.reminder.why))
  else if (facts.kind === 'fallen')
    blocks.push(p('commitment' in facts ? words.fallen.becauseKept : words.fallen.becauseOf))
  else if (facts.kind === 'digest' && facts.name !== null) blocks.push(p(words.why.councillor))
  else if (facts.kind !== 'confirm') blocks.push(p(words.why.follower))
  if (links.stop && facts.kind !== 'confirm') {
    if (facts.kind !== 'digest' || facts.name === null) {
      blocks.push({ kind: 'link', label: words.why.mine, href: site(`/volgen/mijn/${links.stop}`) })
    }
    blocks.push({ kind: 'link', label: words.why.stop, href: site(`/volgen/afmelden/${links.stop}`) })
  }
  if (place.demo) blocks.push(p(words.why.demo))
  return blocks
}
