import { BreadcrumbNav, BreadcrumbNavLink } from '@utrecht/component-library-react'
import type { CasePage, CaseScreen } from '../page.ts'
import { caseHref } from '../page.ts'

/** The way here. */
export function CaseCrumbs({
  request,
  crumbs,
}: {
  request: CasePage
  crumbs: NonNullable<CaseScreen['crumbs']>
}) {
  return (
    <BreadcrumbNav aria-label={request.words.shell.breadcrumb}>
      {crumbs.map((crumb, index) => (
        <BreadcrumbNavLink key={crumb.path} href={caseHref(request, crumb.path)} index={index}>
          {crumb.label}
        </BreadcrumbNavLink>
      ))}
    </BreadcrumbNav>
  )
}
