import { Link } from '@utrecht/component-library-react'

/** The way to the numbers of a chart as a file. */
export function FileLink({ href, children }: { href: string; children: string }) {
  return (
    <p className="schakel-small schakel-no-print">
      <Link href={href} type="text/csv">
        {children}
      </Link>
    </p>
  )
}
