import { Link } from '@utrecht/component-library-react'
import { type Asked, href } from '../asked.ts'

/** The same page, filters included, in the other language. */
export function LanguageSwitch({ request }: { request: Asked }) {
  const other = request.language === 'nl' ? 'en' : 'nl'
  const query = request.query.size > 0 ? `?${request.query}` : ''
  return (
    <Link
      className="schakel-language"
      href={href({ language: other }, request.path) + query}
      lang={other}
      hrefLang={other}
    >
      {request.words.shell.otherLanguage}
    </Link>
  )
}
