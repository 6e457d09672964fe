import {
  Alert,
  Button,
  FormFieldErrorMessage,
  FormLabel,
  Heading1,
  Heading2,
  Link,
  Paragraph,
  Textbox,
} from '@utrecht/component-library-react'
import { followable, type NamedTopic, namedTopic } from '../../../council/index.ts'
import { Invalid } from '../../../errors.ts'
import { capitalise } from '../../../words/format.ts'
import { Actions, Card, Columns, Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import type { Answer, FollowRequest, MunicipalityRequest, Screen } from '../../page.ts'
import { hrefHere, seeOther } from '../../page.ts'
import { fieldOf, followHref, topicIn, topicOf } from './topic-query.ts'

/** Asks for an address to follow one thing; without a thing, shows what can be followed. */
export async function askPage(request: FollowRequest): Promise<Answer> {
  const named = await topicNamed(request, request.query)
  return named ? askScreen(request, named) : chooseScreen(request, hasTopic(request.query))
}

/** The answer is the same whether the address is known here or not. */
export async function postAsk(request: FollowRequest): Promise<Answer> {
  const form = await request.form()
  if (!hasTopic(form)) return seeOther(hrefHere(request, '/volgen'))
  const named = await topicNamed(request, form)
  if (!named) return { ...(await chooseScreen(request, true)), status: 422 }
  const typed = String(form.get('email') ?? '').slice(0, 300)
  if (request.follow.mail === 'off') return askScreen(request, named)
  try {
    const answer = await request.follow.ask({
      address: typed,
      topic: topicOf(named),
      visitor: request.visitor,
    })
    if (answer === 'asked') return seeOther(hrefHere(request, '/volgen/verstuurd'))
    return { ...askScreen(request, named, { typed, error: 'tooOften' }), status: 429 }
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return { ...askScreen(request, named, { typed, error: 'addressInvalid' }), status: 422 }
  }
}

const hasTopic = (values: { get(name: string): unknown }) =>
  ['motie', 'fractie', 'domein'].some((name) => values.get(name))

async function topicNamed(
  request: FollowRequest,
  values: { get(name: string): unknown },
): Promise<NamedTopic | null> {
  const topic = topicIn(values)
  if (!topic) return null
  return namedTopic(request.publicDb, { municipality: request.municipality.slug, topic })
}

type Trouble = { typed: string; error: 'addressInvalid' | 'tooOften' }

function askScreen(request: FollowRequest, topic: NamedTopic, trouble?: Trouble): Screen {
  const words = request.words.follow
  return {
    title: words.title,
    crumbs: crumbsOf(request),
    body: (
      <Columns aside={<Privacy request={request} />}>
        <Stack>
          <Heading1>{words.title}</Heading1>
          <Paragraph className="schakel-lead">
            {words.about} <TopicName request={request} topic={topic} />.
          </Paragraph>
          {request.follow.mail === 'off' ? (
            <Off request={request} />
          ) : (
            <>
              <Paragraph>{words.lead}</Paragraph>
              <AskForm request={request} topic={topic} {...(trouble ? { trouble } : {})} />
            </>
          )}
          <Paragraph>
            <Link href={hrefHere(request, '/volgen')}>{words.again}</Link>
          </Paragraph>
        </Stack>
      </Columns>
    ),
  }
}

function AskForm({
  request,
  topic,
  trouble,
}: {
  request: FollowRequest
  topic: NamedTopic
  trouble?: Trouble
}) {
  const words = request.words.follow
  const field = fieldOf(topic)
  const invalid = trouble?.error === 'addressInvalid'
  return (
    <form method="post" action={hrefHere(request, '/volgen')} className="schakel-stack schakel-stack--m">
      {trouble?.error === 'tooOften' && (
        <Alert type="warning" role="alert">
          <Paragraph>{words.tooOften}</Paragraph>
        </Alert>
      )}
      <input type="hidden" name={field.name} value={field.value} />
      <div className={`schakel-field${invalid ? ' schakel-field--invalid' : ''}`}>
        <FormLabel htmlFor="email">{words.email}</FormLabel>
        {invalid && <FormFieldErrorMessage id="email-fout">{words.addressInvalid}</FormFieldErrorMessage>}
        <Textbox
          type="email"
          id="email"
          name="email"
          autoComplete="email"
          required
          maxLength={254}
          defaultValue={trouble?.typed ?? ''}
          invalid={invalid}
          aria-describedby={invalid ? 'email-fout email-hulp' : 'email-hulp'}
        />
        <span className="schakel-hint" id="email-hulp">
          {words.emailHint}
        </span>
      </div>
      <Actions>
        <Button type="submit" appearance="primary-action-button">
          {words.button}
        </Button>
      </Actions>
    </form>
  )
}

async function chooseScreen(request: FollowRequest, unknown: boolean): Promise<Screen> {
  const words = request.words.follow
  const { parties, domains } = await followable(request.publicDb, { municipality: request.municipality.slug })
  const topics = {
    parties: parties.map((party): NamedTopic => ({ kind: 'party', ...party })),
    domains: domains.map((domain): NamedTopic => ({ kind: 'domain', domain })),
  }
  return {
    title: words.choose,
    crumbs: [municipalityCrumb(request)],
    ...(unknown ? { status: 404 as const } : {}),
    body: (
      <Columns aside={<Privacy request={request} />}>
        <Stack>
          <Heading1>{words.choose}</Heading1>
          {unknown && (
            <Alert type="warning" role="alert">
              <Paragraph>{words.unknown}</Paragraph>
            </Alert>
          )}
          {request.follow.mail === 'off' ? (
            <Off request={request} />
          ) : (
            <Paragraph>{words.chooseLead}</Paragraph>
          )}
        </Stack>
        {request.follow.mail !== 'off' && (
          <Stack size="l">
            <section aria-labelledby="een-motie">
              <Stack size="s">
                <Heading2 id="een-motie">{words.chooseMotion}</Heading2>
                <Paragraph>{words.chooseMotionText}</Paragraph>
                <Paragraph>
                  <Link href={hrefHere(request, '/moties')}>{words.chooseMotionLink}</Link>
                </Paragraph>
              </Stack>
            </section>
            {topics.parties.length > 0 && (
              <TopicList request={request} id="fracties" title={words.parties} topics={topics.parties} />
            )}
            <TopicList request={request} id="onderwerpen" title={words.domains} topics={topics.domains} />
          </Stack>
        )}
      </Columns>
    ),
  }
}

function TopicList({
  request,
  id,
  title,
  topics,
}: {
  request: FollowRequest
  id: string
  title: string
  topics: readonly NamedTopic[]
}) {
  return (
    <section aria-labelledby={id}>
      <Stack size="s">
        <Heading2 id={id}>{title}</Heading2>
        <ul className="schakel-plain schakel-follow__topics">
          {topics.map((topic) => (
            <li key={fieldOf(topic).value}>
              <Link href={followHref(request, topic)}>
                {topic.kind === 'party'
                  ? topic.name
                  : topic.kind === 'domain'
                    ? capitalise(request.words.terms.domain[topic.domain])
                    : topic.motion.title}
              </Link>
            </li>
          ))}
        </ul>
      </Stack>
    </section>
  )
}

/** The same for every address; what is known is told to the mailbox. */
export async function sentPage(request: FollowRequest): Promise<Answer> {
  const words = request.words.follow
  const demo = request.follow.mail === 'demo'
  return {
    title: words.sent.title,
    crumbs: crumbsOf(request),
    body: (
      <Stack>
        <Heading1>{words.sent.title}</Heading1>
        <Paragraph className="schakel-lead">{words.sent.lead}</Paragraph>
        {demo ? (
          <Alert type="info">
            <Paragraph>{words.sent.demo}</Paragraph>
            <Paragraph>
              <Link href={hrefHere(request, '/bureau/uitgaande-post')}>{words.sent.demoLink}</Link>
            </Paragraph>
          </Alert>
        ) : (
          <Paragraph>{words.sent.nothing}</Paragraph>
        )}
        <Paragraph>
          <Link href={hrefHere(request, '/volgen')}>{words.again}</Link>
        </Paragraph>
      </Stack>
    ),
  }
}

function Off({ request }: { request: FollowRequest }) {
  const words = request.words.follow
  return (
    <Alert type="info">
      <Paragraph>{words.off}</Paragraph>
      <Paragraph>{words.offInstead}</Paragraph>
    </Alert>
  )
}

function Privacy({ request }: { request: FollowRequest }) {
  const words = request.words.follow
  return (
    <Card labelledBy="bewaren">
      <Heading2 id="bewaren">{words.privacy}</Heading2>
      {words.privacyText.map((text) => (
        <Paragraph key={text} className="schakel-small">
          {text}
        </Paragraph>
      ))}
    </Card>
  )
}

/** A name from a document stays Dutch on an English page. */
export function TopicName({
  request,
  topic,
  alone = false,
}: {
  request: MunicipalityRequest
  topic: NamedTopic
  /** It is not part of a sentence. */
  alone?: boolean
}) {
  const text = request.words.follow.topic(topic)
  if (topic.kind !== 'motion') return <b>{alone ? capitalise(text) : text}</b>
  const [label = '', ...title] = text.split(': ')
  return (
    <b>
      {label}: <Original language={request.language}>{title.join(': ')}</Original>
    </b>
  )
}

const municipalityCrumb = (request: FollowRequest) => ({
  label: request.words.shell.municipality(request.municipality.name),
  path: `/${request.municipality.slug}`,
})
export const crumbsOf = (request: FollowRequest) => [
  municipalityCrumb(request),
  { label: request.words.follow.title, path: `/${request.municipality.slug}/volgen` },
]
