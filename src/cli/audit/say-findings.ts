import type { Finding, Verification } from '../../audit/index.ts'
import type { cliAuditWords } from '../../words/nl/cli-audit.ts'

type Words = typeof cliAuditWords

/** More than this many are counted and not listed. */
const most = 200

/** The account of a verification, in sentences. */
export function account({ findings, lines, streams, sealed, last }: Verification, words: Words): string {
  const said =
    findings.length === 0
      ? [words.clean(lines, streams)]
      : [words.wrong(findings.length), ...findings.slice(0, most).map((one) => `  ${sayFinding(one, words)}`)]
  if (findings.length > most) said.push('  …')
  if (last)
    said.push(words.sealed(sealed, last.number, new Date(last.at).toISOString()), words.last(last.hash))
  return said.join('\n')
}

export function sayFinding(finding: Finding, words: Words): string {
  switch (finding.of) {
    case 'line': {
      const detail = finding.detail ? ` (${finding.detail})` : ''
      return `${words.lineAt(finding.stream, finding.seq, finding.until)}: ${words.line[finding.fault]}${detail}`
    }
    case 'stream':
      return `${words.lineAt(finding.stream, finding.seq, finding.until)}: ${words.streamMissing}`
    case 'checkpoint': {
      const detail = finding.detail ? ` (${finding.detail})` : ''
      return `${words.checkpointAt(finding.number)} ${words.checkpoint[finding.fault]}${detail}`
    }
    case 'guard':
      return words.guard(finding.detail)
  }
}
