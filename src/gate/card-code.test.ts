import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardAlphabet, isEasyPin, newCardCode, readCardCode, readPin } from './card-code.ts'

test('a code is read however it is typed, and only as it is', () => {
  for (let i = 0; i < 200; i++) {
    const code = newCardCode()
    expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTUVWXY]{4}(-[34679ACDEFGHJKMNPQRTUVWXY]{4}){2}$/)
    expect(readCardCode(code)).toBe(code)
    expect(readCardCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
    expect(readCardCode(code.slice(1))).toBeNull()
  }
  for (const like of '0OIL1Z2S5B8') expect(cardAlphabet).not.toContain(like)
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readCardCode(text)
      return read === null || readCardCode(read) === read
    }),
  )
})

test.for([
  ['123456', true],
  ['654321', true],
  ['890123', true],
  ['111111', true],
  ['121212', true],
  ['123123', true],
  ['098765', true],
  ['471902', false],
  ['112233', false],
  ['250391', false],
] as const)('%s is easy to guess: %s', ([pin, easy]) => expect(isEasyPin(pin)).toBe(easy))

test.for([
  ['471 902', '471902'],
  ['47-19-02', '471902'],
  ['47190', null],
  ['4719021', null],
  ['47190a', null],
  ['', null],
] as const)('%j is read as %s', ([typed, pin]) => expect(readPin(typed)).toBe(pin))
