/** No secret stands in the sources: private keys, tokens of known services, passwords in addresses, and long chance. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../src/root.ts'

const folders = ['.ci', 'bench', 'docs', 'e2e', 'rules', 'scripts', 'seed', 'src', 'test']
const readable = /\.(?:ts|tsx|mjs|cjs|js|json|md|sql|css|ya?ml|html|txt|csv|typ|sh)$|\.ci\/run$/

/** Where long chance is no secret. Lockfiles hold digests of packages; the others digests of migrations and parts of documents. */
const allowed = new Set([
  'package-lock.json',
  'runtime/package-lock.json',
  'test/migrations.json',
  'test/key-migrations.json',
  'src/council/open-document/text.test.ts',
  'test/fixtures/make-pdf-parts.ts',
])

const rules: [name: string, pattern: RegExp][] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*[A-Za-z0-9+/=]{20}/],
  [
    'a token of a service',
    /\b(?:gh[pousr]_\w{30}|github_pat_\w{30}|glpat-[\w-]{20}|npm_\w{30}|xox[abprs]-[\w-]{20})/,
  ],
  ['a key of a cloud', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[\w-]{35}\b|\bsk-[\w-]{32}/],
  ['a signed token', /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/],
]

/** Hexadecimal of 20 bytes or more, or base64 in which small letters, capitals and figures are as mixed as chance mixes them. */
function longChance(text: string): string[] {
  const hex = [...text.matchAll(/(?<![\w/+-])[0-9a-f]{40,}(?![\w/+-])/gi)].map(([word]) => word)
  const base64 = [...text.matchAll(/(?<![\w/+-])[A-Za-z0-9+/_-]{40,}={0,2}/g)].map(([word]) => word)
  return [...hex.filter((word) => new Set(word).size > 6), ...base64.filter(isMixed)]
}

function isMixed(word: string): boolean {
  const changes = [...word].filter(
    (letter, at) => at > 0 && kindOf(letter) !== kindOf(word[at - 1] ?? ''),
  ).length
  return new Set(word).size >= 20 && changes / word.length > 0.45
}

const kindOf = (letter: string) =>
  /[a-z]/.test(letter) ? 'small' : /[A-Z]/.test(letter) ? 'capital' : /\d/.test(letter) ? 'figure' : 'other'

/** What is wrong with a text; never the secret itself, which a log would keep. */
function secretsIn(file: string, text: string): string[] {
  return [
    ...rules.filter(([, pattern]) => pattern.test(text)).map(([name]) => `${file}: ${name}`),
    ...(allowed.has(file)
      ? []
      : longChance(text).map((word) => `${file}: ${word.slice(0, 6)}… (${word.length})`)),
  ]
}

const files = [
  ...readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && readable.test(entry.name))
    .map(({ name }) => name),
  ...folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter((file) => readable.test(file)),
  ),
]

test('none in any file', () => {
  expect(files.length).toBeGreaterThan(1000)
  expect(files).toContain('.ci/run')
  expect(files.flatMap((file) => secretsIn(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
})

describe('seen is', () => {
  // Put together here, or this file would be refused too.
  const samples: [string, string][] = [
    ['a private key', `-----BEGIN ${'PRIVATE'} KEY-----\n${'MIIEvQIBADANBgkqhkiG'}`],
    ['a private key of a kind', `-----BEGIN EC ${'PRIVATE'} KEY-----\n${'MHcCAQEEIIrYSSNQFaA2'}`],
    ['a token of a service', `ghp_${'a1B2'.repeat(9)}`],
    ['a key of a cloud', `AKIA${'ABCD1234'.repeat(2)}`],
    ['a signed token', `${'eyJhbGciOiJIUzI1NiJ9'}.${'eyJzdWIiOiIxMjM0NTY3In0'}.${'dBjftJeZ4CVP-mB92K27'}`],
    ['32 bytes of hexadecimal', '3fa9c1'.repeat(2) + '07be52d8'.repeat(7)],
    ['32 bytes of base64', `${'q7Vd2PzX9mK4'}${'Tb8LwR1cY6'}${'hN3sG5fJ0aQeU+Z/'}${'oI2y'}A=`],
  ]
  test.for(samples)('%s', ([, text]) => expect(secretsIn('src/x.ts', text)).not.toEqual([]))

  test.for([
    'const path = `/waterstad/moties/2026/15-een-huisarts-in-de-scheepswerf`',
    '"@myriaddreamin/typst-ts-node-compiler-android-arm64": "0.6.0"',
    'test/fixtures/reading/16-letter-bundle-one-unanswered.expected.json',
    `'-----BEGIN ${'PRIVATE'} KEY-----'`,
  ])('and nothing in %s', (text) => expect(secretsIn('src/x.ts', text)).toEqual([]))
})
