import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinShares, readShare, splitKey } from './shares.ts'

const problem = (what: string) => expect.objectContaining({ problem: what })

describe('a key that was split', () => {
  test('comes back from any of them that are enough, in any order, and from no fewer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 6 }).chain((people) =>
          fc.record({
            people: fc.constant(people),
            needed: fc.integer({ min: 2, max: people }),
            order: fc.shuffledSubarray([...Array(people).keys()], { minLength: people }),
          }),
        ),
        async ({ people, needed, order }) => {
          const key = randomBytes(32)
          const shares = (await splitKey(key, people, needed)).map(readShare)
          expect(shares).toHaveLength(people)
          const chosen = order.slice(0, needed).map((index) => shares[index]!)
          expect((await joinShares(chosen)).equals(key)).toBe(true)
          await expect(joinShares(chosen.slice(1))).rejects.toEqual(problem('too-few'))
          const fewer = chosen.slice(1).map((one) => ({ ...one, needed: needed - 1 }))
          if (fewer.length > 1) await expect(joinShares(fewer)).rejects.toEqual(problem('wrong'))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('is refused when a share comes twice, or is of another key', async () => {
    const [one, two] = (await splitKey(randomBytes(32), 3)).map(readShare)
    const [other] = (await splitKey(randomBytes(32), 3)).map(readShare)
    await expect(joinShares([one!, one!])).rejects.toEqual(problem('twice'))
    await expect(joinShares([one!, other!])).rejects.toEqual(problem('other-key'))
    const changed = { ...two!, share: Buffer.from(two!.share) }
    changed.share[3]! ^= 1
    await expect(joinShares([one!, changed])).rejects.toEqual(problem('wrong'))
  })

  test.each([
    [1, 2],
    [3, 1],
    [2, 3],
    [21, 2],
    [2.5, 2],
  ])('is not split over %d people of whom %d are needed', async (people, needed) => {
    await expect(splitKey(randomBytes(32), people, needed)).rejects.toThrow('2 to 20')
  })
})

describe('a share on paper', () => {
  test('is read however it is spaced and whatever letters are taken for digits', async () => {
    const [text] = (await splitKey(randomBytes(32), 2)) as [string]
    expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{1,4}){18,}$/)
    const sloppy = text.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(readShare(` ${sloppy}\n`)).toEqual(readShare(text))
  })

  test('that was mistyped in one place is refused, wherever it is', async () => {
    const [text] = (await splitKey(randomBytes(32), 2)) as [string]
    for (let at = 0; at < text.length; at++) {
      if (text[at] === '-') continue
      const other = text[at] === 'Z' ? 'Y' : 'Z'
      expect(() => readShare(text.slice(0, at) + other + text.slice(at + 1))).toThrow()
    }
    for (const wrong of ['', 'U', '!', text.slice(0, -5), `${text}-0000`])
      expect(() => readShare(wrong)).toThrow()
  })
})
