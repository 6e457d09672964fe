import { BreadcrumbNav, BreadcrumbNavLink } from '@utrecht/component-library-react'
import { type Asked, type Crumb, href } from '../asked.ts'

/** The way here. The separator is drawn by our style sheet: the component's own carries inline styles. */
export function Breadcrumb({ request, crumbs }: { request: Asked; crumbs: readonly Crumb[] }) {
  return (
    <BreadcrumbNav aria-label={request.words.shell.breadcrumb}>
      {crumbs.map((crumb, index) => (
        <BreadcrumbNavLink key={crumb.path} href={href(request, crumb.path)} index={index}>
          {crumb.label}
        </BreadcrumbNavLink>
      ))}
    </BreadcrumbNav>
  )
}
