import { describe, expect, test } from 'vitest'
import { dropUnusedTokens } from './build-assets.ts'

describe('tokens that nothing reads', () => {
  test.each([
    ['keeps what is read', '.t{--a:1px}p{margin:var(--a)}', '.t{--a:1px}p{margin:var(--a)}'],
    ['drops what is not', '.t{--a:1px;--b:2px}p{margin:var(--a)}', '.t{--a:1px;}p{margin:var(--a)}'],
    ['drops chains of them', '.t{--a:var(--b);--b:var(--c);--c:1px}p{margin:0}', '.t{}p{margin:0}'],
    [
      'keeps what a default reads',
      '.t{--a:1px}p{margin:var(--x,var(--a,0))}',
      '.t{--a:1px}p{margin:var(--x,var(--a,0))}',
    ],
    [
      'steps over strings and brackets',
      '.t{--a:";}--b:1";--c:url(a;b);color:red}p{margin:0}',
      '.t{color:red}p{margin:0}',
    ],
    ['leaves class names alone', '.x--a:hover{color:red}', '.x--a:hover{color:red}'],
  ])('%s', (_, css, expected) => {
    expect(dropUnusedTokens(css)).toBe(expected)
  })
})
