import type { cliWords as dutch } from '../nl/cli.ts'

export const cliWords: typeof dutch = {
  usage: `Schakel: what the council asks, followed to its settlement

Usage:
  schakel read [FILE…] [--files-from LIST] [--json] [--with-text] [--jobs N]
  schakel logins site|casework

Reads motions and letters (PDF, DOCX, HTML, text) and shows what they say.

  --files-from LIST  read the names from a file, one per line; "-" is standard input
  --json             one JSON object per file and line, in the order of the names
  --with-text        with --json: also the text of each page, as "text"
  --jobs N           open so many files at the same time (1 to 64)
  --lang nl|en       language of the summary
  --help             this help
  --                 everything after this is a file name

"logins" gives the logins of one part, for SCHAKEL_LOGINS on another machine; run it where DATABASE_URL is set, with umask 077 and
into a file.

Exit status: 0 all read, 1 some could not be read, 2 wrong usage.`,
  noCommand: 'Name a command.',
  unknownCommand: (command) => `Unknown command: ${command}`,
  unknownOption: (option) => `Unknown option: ${option}`,
  needsValue: (option) => `${option} needs a value.`,
  noValue: (option) => `${option} takes no value.`,
  badJobs: '--jobs needs a number from 1 to 64.',
  badLanguage: '--lang needs nl or en.',
  textNeedsJson: '--with-text belongs with --json.',
  badPart: 'Name one part with logins: site or casework.',
  noFiles: 'Name one or more files, or --files-from.',
  listUnreadable: (name) => `The list of names cannot be read: ${name}`,
  unreadable: 'not read',
  motion: 'Motion',
  by: 'submitted by',
  clauses: (count) => (count === 1 ? '1 clause' : `${count} clauses`),
  requests: (count) => (count === 1 ? '1 request' : `${count} requests`),
  deadline: 'term',
  between: (from, to) => `between ${from} and ${to}`,
  from: (date) => `not before ${date}`,
  until: (date) => `by ${date}`,
  commitment: 'Commitment',
  settlement: 'Settlement',
  attention: 'Note',
  summary: (read, failed) => (failed === 0 ? `${read} read` : `${read} read, ${failed} not read`),
}
