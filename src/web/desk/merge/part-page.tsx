import { Button, Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { type MergeToPart, mergeToPart, type PartingBlock, partMotions } from '../../../council/index.ts'
import { Invalid, NotFound, Refused } from '../../../errors.ts'
import { formatDate } from '../../../words/format.ts'
import { Actions, Card, Split, Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { deskMotionPath, matterPath } from '../desk-paths.ts'
import { LongField, reasonAlone } from '../form-fields.tsx'
import { letterPath } from '../letters/letter-paths.ts'
import { correctPath, motionCrumbs, motionIn, partPath } from '../motion-paths.ts'

type View = { reason: string; error: 'reason' | 'changed' | null }

/** "Samenvoegen ongedaan maken": what comes back, what stays, and what is in the way. */
export async function partPage(request: DeskRequest): Promise<Answer> {
  return screen(request, await load(request), { reason: '', error: null })
}

const load = (request: DeskRequest) =>
  request.transact((ctx) => mergeToPart(ctx, { ...motionIn(request), motion: mergedIn(request) }))

export async function postPart(request: DeskRequest): Promise<Answer> {
  const form = await request.form()
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const [reason, version] = [text('reason'), text('version')]
  try {
    const { slug } = await request.transact((ctx) =>
      partMotions(ctx, {
        motion: mergedIn(request),
        version: /^[1-9]\d{0,8}$/.test(version) ? Number(version) : 0,
        reason,
      }),
    )
    return seeOther(`${deskMotionPath(request, motionIn(request))}?losgemaakt=${slug}`)
  } catch (error) {
    if (error instanceof Invalid) return screen(request, await load(request), { reason, error: 'reason' })
    if (error instanceof Refused) {
      const changed = error.code === 'changed-by-other'
      return screen(request, await load(request), { reason, error: changed ? 'changed' : null }, 409)
    }
    throw error
  }
}

function mergedIn({ query }: DeskRequest): number {
  const merged = query.get('van') ?? ''
  if (!/^[1-9]\d{0,8}$/.test(merged)) throw new NotFound()
  return Number(merged)
}

function screen(
  request: DeskRequest,
  merge: MergeToPart,
  view: View,
  status: Screen['status'] = 200,
): Screen {
  const { words, language } = request
  const w = words.parting
  const { kept, gone, blocks } = merge
  return {
    title: view.error ? `${w.errorTitle}: ${w.title}` : w.title,
    nav: 'desk',
    crumbs: motionCrumbs(request, kept),
    status: view.error === 'reason' ? 422 : status,
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{w.title}</Heading1>
          <p className="schakel-soft">{w.lead}</p>
        </Stack>
        {view.error === 'changed' && (
          <section className="schakel-attention" aria-labelledby="geweigerd" tabIndex={-1} data-errors>
            <h2 id="geweigerd">{w.changedTitle}</h2>
            <p>{w.changed}</p>
          </section>
        )}
        <Split>
          {[[w.stays, kept] as const, [w.comesBack, gone] as const].map(([over, motion]) => (
            <Card key={motion.id} labelledBy={`motie-${motion.id}`}>
              <p className="schakel-over">
                <span>{over}</span>
                <span>{words.public.numbered('motion', motion.number)}</span>
              </p>
              <Heading2 id={`motie-${motion.id}`}>
                <Original language={language}>{motion.title}</Original>
              </Heading2>
            </Card>
          ))}
        </Split>
        <p className="schakel-soft">{w.mergedBy(formatDate(merge.on, language), merge.by)}</p>
        {blocks.length > 0 ? blocked(request, merge) : partForm(request, merge, view)}
      </Stack>
    ),
  }
}

function partForm(request: DeskRequest, { kept, gone, documents }: MergeToPart, { reason, error }: View) {
  const w = request.words.parting
  const wrong = error === 'reason'
  return (
    <form method="post" action={partPath(request, kept, gone.id)} id="losmaken">
      <input type="hidden" name="version" value={kept.version} />
      <Part id="gevolg" title={w.after}>
        <ul>
          {w.effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
          {documents > 0 && <li>{w.since(documents)}</li>}
        </ul>
        <LongField
          set={reasonAlone('losmaken', reason, wrong ? w.reasonNeeded : null)}
          name="reason"
          label={w.reason}
          hint={w.reasonHint}
          maxLength={2000}
        />
        <Actions>
          <Button type="submit" appearance="primary-action-button">
            {w.button}
          </Button>
          <Link href={deskMotionPath(request, kept)}>{w.cancel}</Link>
        </Actions>
      </Part>
    </form>
  )
}

function blocked(request: DeskRequest, { kept, blocks }: MergeToPart): ReactNode {
  const w = request.words.parting
  return (
    <section className="schakel-attention" aria-labelledby="geblokkeerd">
      <h2 id="geblokkeerd">{w.blockedTitle}</h2>
      {blocks.some(({ code }) => code !== 'no-copy') && <Paragraph>{w.blockedLead}</Paragraph>}
      <ul>
        {blocks.map((block) => (
          <li key={block.code}>
            {w.block[block.code]}
            {about(request, kept, block)}
          </li>
        ))}
      </ul>
      <p>
        <Link href={deskMotionPath(request, kept)}>{w.cancel}</Link>
      </p>
    </section>
  )
}

/** Where the clerk does something about it. */
function about(request: DeskRequest, kept: MergeToPart['kept'], block: PartingBlock): ReactNode {
  const { words, language } = request
  const w = words.parting
  const links = [
    ...(block.motion
      ? [{ key: 'm', href: partPath(request, kept, block.motion.id), text: block.motion.title }]
      : []),
    ...(block.matters ?? []).map(({ id, text }) => ({
      key: String(id),
      href: matterPath(request, id),
      text,
    })),
    ...(block.letters ?? []).map((id) => ({
      key: `b${id}`,
      href: letterPath(request, id),
      text: w.letter(id),
    })),
    ...(block.fields ?? []).map((field) => ({
      key: field,
      href: correctPath(request, kept),
      text: w.field[field] ?? field,
    })),
  ]
  if (links.length === 0) return null
  return (
    <ul className="schakel-plain">
      {links.map(({ key, href, text }) => (
        <li key={key}>
          <Link href={href}>
            <Original language={language}>{text}</Original>
          </Link>
        </li>
      ))}
    </ul>
  )
}
