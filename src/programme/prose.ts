import { publicText } from '../cover.ts'
import { paragraphs } from '../merge-text.ts'

/** What a person wrote in paragraphs, without e-mail addresses and mobile numbers: it will be public. Null when blank. Pure. */
export function publicProse(typed: string | null | undefined): string | null {
  const kept = paragraphs(typed ?? '').flatMap((one) => publicText(one) ?? [])
  return kept.length === 0 ? null : kept.join('\n\n')
}
