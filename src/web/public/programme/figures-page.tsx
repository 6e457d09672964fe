import { Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { OverLine, Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import type { Answer, PublicMunicipalityRequest } from '../../page.ts'
import { programmeHref } from '../addresses.ts'
import { Figures, figuresHref } from './figures.tsx'
import { allOpen, showsAll } from './fold.tsx'
import { OverNote, programmeCrumbs } from './frame.tsx'
import { loadProgramme, slugIn } from './load.ts'

/** All indicators of a programme over the years, each with its chart and its table. */
export async function programmeFiguresPage(request: PublicMunicipalityRequest): Promise<Answer> {
  const view = await loadProgramme(request, slugIn(request))
  const { tree } = view
  const { words, language } = request
  const w = words.programmePublic
  const open = showsAll(request)
  const at = figuresHref(request, tree.slug)
  return {
    title: `${w.figures.title} · ${tree.title}`,
    description: w.figures.lead,
    nav: 'programme',
    crumbs: programmeCrumbs(request, tree),
    body: (
      <article>
        <OverLine
          items={[
            <Original key="titel" language={language}>
              {tree.title}
            </Original>,
          ]}
        />
        <Heading1>{w.figures.title}</Heading1>
        <Stack size="l">
          <OverNote request={request} tree={tree} />
          {tree.indicators.length === 0 ? (
            <Paragraph>{w.figures.none}</Paragraph>
          ) : (
            <>
              <ul className="schakel-plain schakel-small schakel-no-print">
                <li>
                  <Link href={open ? at : `${at}${allOpen}`}>
                    {open ? w.figures.closeTables : w.figures.openTables}
                  </Link>
                </li>
                <li>
                  <Link href={`${programmeHref(request, tree.slug)}/cijfers.csv`} type="text/csv">
                    {w.figures.csv}
                  </Link>
                </li>
              </ul>
              <Figures
                request={request}
                view={view}
                indicators={tree.indicators}
                open={open}
                level={Heading2}
              />
            </>
          )}
        </Stack>
      </article>
    ),
  }
}
