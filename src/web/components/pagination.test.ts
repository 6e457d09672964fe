import { expect, test } from 'vitest'
import { pagesToShow } from './pagination.tsx'

test.each([
  [1, 2, [1, 2]],
  [1, 9, [1, 2, null, 9]],
  [5, 9, [1, null, 4, 5, 6, null, 9]],
  [9, 9, [1, null, 8, 9]],
  [3, 4, [1, 2, 3, 4]],
])('page %i of %i', (page, pages, expected) => {
  expect(pagesToShow(page, pages)).toEqual(expected)
})
