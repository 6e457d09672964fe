import type { ReportAddresses } from '../../../../council/index.ts'
import type { Here, MunicipalityRequest } from '../../../page.ts'
import { documentHref, programmeHref, servedHref } from '../../../public/addresses.ts'
import { reportPath } from '../paths.ts'

/** Where a report is begun; no report has this id. */
export const newReportPath = (request: MunicipalityRequest, programme: string) =>
  `${reportPath(request, programme)}/nieuw`
export const reportFilePath = (
  request: MunicipalityRequest,
  programme: string,
  report: number,
  format: 'docx' | 'pdf',
) => `${reportPath(request, programme, report)}/verslag.${format}`

/** Whole addresses of Dutch pages, whatever the language of this one: the same report has the same words for everybody who edits it. */
export function reportAddresses({
  origin,
  municipality,
}: Pick<MunicipalityRequest, 'origin'> & Pick<Here, 'municipality'>): ReportAddresses {
  const dutch = { municipality, language: 'nl' } as const
  const whole = (path: string) => `${origin}${path}`
  return {
    programme: (slug) => whole(programmeHref(dutch, slug)),
    document: (document) => whole(documentHref(dutch, document)),
    served: (name) => {
      const path = servedHref(dutch, name)
      return path && whole(path)
    },
  }
}
