import { expect, test } from 'vitest'
import { readRegisterQuery } from './register-query.ts'

const none = { search: null, status: null, party: null, domain: null, year: null, page: 1 }

test.each([
  ['', none],
  [
    'zoek=+betere+woning+&status=open&fractie=stadspartij&onderwerp=housing&jaar=2019&bladzijde=3',
    { search: 'betere woning', status: 'open', party: 'stadspartij', domain: 'housing', year: 2019, page: 3 },
  ],
  ['zoek=+++&status=&fractie=&onderwerp=&jaar=', none],
  ["status=closed&fractie=a'b&onderwerp=house&jaar=19&bladzijde=0", none],
  ['jaar=20199&bladzijde=-1', none],
  ['jaar=2019.5&bladzijde=1e9', none],
])('"%s"', (query, expected) => {
  expect(readRegisterQuery(new URLSearchParams(query))).toEqual(expected)
})

test('a search is cut at a length that nobody types', () => {
  expect(readRegisterQuery(new URLSearchParams({ zoek: 'a'.repeat(5000) })).search).toHaveLength(200)
})
