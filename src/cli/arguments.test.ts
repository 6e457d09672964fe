import { describe, expect, test } from 'vitest'
import { parseArguments } from './arguments.ts'

const parse = (line: string) => parseArguments(line.split(' ').filter(Boolean), 'en')
const plain = { files: [], filesFrom: null, json: false, withText: false, jobs: null }

describe('the command line', () => {
  test.each([
    ['read a.pdf b.pdf', { ...plain, files: ['a.pdf', 'b.pdf'] }],
    ['--json read a.pdf --with-text', { ...plain, files: ['a.pdf'], json: true, withText: true }],
    ['read --files-from - --jobs 4', { ...plain, filesFrom: '-', jobs: 4 }],
    ['read a --files-from=list.txt --jobs=64', { ...plain, files: ['a'], filesFrom: 'list.txt', jobs: 64 }],
    ['read --json -- --json -x', { ...plain, json: true, files: ['--json', '-x'] }],
  ])('%s', (line, read) => {
    expect(parse(line)).toEqual({ language: 'en', command: 'read', read })
  })

  test.each(['--help', '-h', 'help', 'read --help', 'read a --help --jobs 3'])('%s', (line) => {
    expect(parse(line)).toEqual({ language: 'en', command: 'help' })
  })

  test.each(['site', 'casework'])('logins %s', (part) => {
    expect(parse(`logins ${part}`)).toEqual({ language: 'en', command: 'logins', part })
  })

  test('the language is the one asked for, else that of the environment', () => {
    expect(parse('read a --lang nl').language).toBe('nl')
    expect(parseArguments(['help'], 'nl').language).toBe('nl')
  })

  test.each([
    ['', 'noCommand'],
    ['lees a', 'unknownCommand'],
    ['read', 'noFiles'],
    ['read --json', 'noFiles'],
    ['read -', 'unknownOption'],
    ['read a --colour', 'unknownOption'],
    ['read a --jsonx=1', 'unknownOption'],
    ['read a --json=1', 'noValue'],
    ['read a --files-from', 'needsValue'],
    ['read a --files-from=', 'needsValue'],
    ['read a --jobs 0', 'badJobs'],
    ['read a --jobs 65', 'badJobs'],
    ['read a --jobs two', 'badJobs'],
    ['read a --jobs 1.5', 'badJobs'],
    ['read a --lang fr', 'badLanguage'],
    ['read a --with-text', 'textNeedsJson'],
    ['logins', 'badPart'],
    ['logins keys', 'badPart'],
    ['logins site casework', 'badPart'],
    ['logins site --json', 'unknownOption'],
  ])('"%s" is wrong: %s', (line, key) => {
    expect(() => parse(line)).toThrow(expect.objectContaining({ name: 'WrongUsage', key }))
  })
})
