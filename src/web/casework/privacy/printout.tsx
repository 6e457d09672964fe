import { Alert, Button, Link, Paragraph } from '@utrecht/component-library-react'
import { NotFound, Refused } from '../../../errors.ts'
import { mayPrint, openTrajectory, printTrajectory } from '../../../reintegration/index.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import { TickField } from '../../desk/form-fields.tsx'
import { textIn } from '../../desk/matter/typed.ts'
import { caseFormScreen } from '../desk/trajectory/form-frame.tsx'
import { fieldsFor, formPages } from '../kit.tsx'
import type { StaffRequest } from '../page.ts'
import { caseHref } from '../page.ts'
import { namesIn, PrintoutSheet } from './printout-sheet.tsx'

const purpose = 'data-subject-request'

/** Everything of a case, to print: asked for first, since it is taken out. */
export const printoutPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const number = request.params.number ?? ''
    const may = await request.transact(async (ctx) =>
      mayPrint(ctx, await openTrajectory(ctx, number, purpose)),
    )
    const w = request.words.casePrivacy.printout
    const path = `/trajecten/${number}/uitdraai`
    return caseFormScreen(request, {
      number,
      title: w.title,
      intro: w.intro,
      path,
      form: 'uitdraai',
      sent,
      children: may ? (
        <form method="post" action={caseHref(request, path)} className="schakel-form">
          <input type="hidden" name="form" value="uitdraai" />
          <Stack>
            <TickField set={fieldsFor(request, 'uitdraai', sent)} name="places" label={w.places} />
            <p className="schakel-hint">{w.placesHint}</p>
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {w.submit}
              </Button>
            </Actions>
          </Stack>
        </form>
      ) : (
        <>
          <Alert type="info">
            <Paragraph>{w.notYet}</Paragraph>
          </Alert>
          <Link href={caseHref(request, `/trajecten/${number}/verzoeken`)}>{w.toRequests}</Link>
        </>
      ),
    })
  },
  async send(request, typed) {
    const number = request.params.number ?? ''
    const places = textIn(typed, 'places') === 'ja'
    const { trajectory, printed, names } = await request
      .transact(async (ctx) => {
        const opened = await openTrajectory(ctx, number, purpose)
        const made = await printTrajectory(ctx, opened, { places })
        return { trajectory: opened, printed: made, names: await namesIn(ctx, made) }
      })
      .catch((error: unknown) => {
        throw error instanceof Refused ? new NotFound() : error
      })
    return {
      title: request.words.casePrivacy.printout.title,
      body: (
        <PrintoutSheet
          request={request}
          trajectory={trajectory}
          printed={printed}
          names={names}
          places={places}
        />
      ),
      frame: 'bare',
    }
  },
})
