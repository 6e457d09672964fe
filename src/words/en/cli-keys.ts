import type { cliKeyWords as dutch } from '../nl/cli-keys.ts'

export const cliKeyWords: typeof dutch = {
  usage: `Keys and copies of the confidential side. For whoever runs the installation.

  schakel keys status                              which key wraps how many data keys
  schakel keys make --file FILE                    puts a new key first in a file
  schakel keys rotate                              wraps all data keys with the newest key
  schakel keys escrow [--people 3] [--needed 2] [--file FILE] [--out FOLDER]
                                                   splits the newest key over people
  schakel keys recover --file FILE                 makes the key again from enough shares
  schakel backup --to FOLDER --keys-to FOLDER      a copy of the database, and apart of the keys
  schakel restore [--from FILE] [--keys-from FILE]

The key itself is in SCHAKEL_KEK_FILE, SCHAKEL_KEK or with SCHAKEL_KEK_COMMAND, never in SCHAKEL_DATA.
See docs/decisions/0009-keys.md.`,
  wrongUsage: 'This command is not right.',
  noKek: 'No key is set. Set SCHAKEL_KEK_FILE, SCHAKEL_KEK or SCHAKEL_KEK_COMMAND.',
  noKeyStore: 'There is no key store here yet. Start Schakel once first.',
  noFile: (file) => `The file ${file} is not there.`,
  needsFile: 'Name the file that holds or gets the key with --file.',
  fileThere: (file) => `The file ${file} is there already. Name a new one.`,
  count: (id, count, current) =>
    `${id}  ${count} data keys${current ? '  (newest)' : count === 0 ? '  (may go)' : ''}`,
  made: (file, id) =>
    `Key ${id} stands first in ${file}. Then run: schakel keys rotate. Split it over people: schakel keys escrow.`,
  rotating: (done) => `${done} wrapped …`,
  rotated: (done) => `${done} data keys are now wrapped with the newest key.`,
  stillOld: (id, count) => `Note: ${id} still wraps ${count}. Keep that key.`,
  unknownKek: (id) => `The key ${id} is not here. Put it back; nothing is lost.`,
  fromCommand: 'A key at a service cannot be split here. Name a file with --file.',
  badPeople: 'Split it over 2 to 20 people, of whom at least 2 are needed.',
  share: (number, people, needed) =>
    `Share ${number} of ${people}. ${needed} are needed. Copy it and keep it in a place of its own.`,
  next: 'Only who gets this share looks on. Press Enter; then it disappears.',
  needsTerminal: 'Without a screen: name a folder with --out, which gets a file for each.',
  shareWritten: (file) => `Written: ${file}. Give it to one person and wipe it here.`,
  askShare: (number, needed) =>
    `Share ${number} of the ${needed} that are needed (you do not see what you type): `,
  problem: {
    unreadable: 'This is no share of a key.',
    mistyped: 'There is a typing error in it. Try again.',
    'other-key': 'This share belongs to another key.',
    twice: 'This share was given already. Shares of different people are needed.',
    'too-few': 'Too few shares were given.',
    wrong: 'These shares together give no key.',
  },
  recovered: (id, file) => `Key ${id} is in ${file}. Name it in SCHAKEL_KEK_FILE.`,
  needsFolders: 'Name two folders: --to and --keys-to.',
  needsCopy: 'Name the copy with --from, --keys-from or both.',
  backedUp: (main, keys) => `Made: ${main}\nMade: ${keys}`,
  removed: (count) => `Removed: ${count} copies of keys of more than 14 days old.`,
  running: 'Schakel is running. Stop it first.',
  refused: {
    'same-folder': 'The keys must go to another folder than the database, and neither into the other.',
    'in-data': 'The copy of the keys must not be in SCHAKEL_DATA.',
    'too-old': 'This copy of the keys is older than 14 days and is not put back.',
  },
  restored: (keys, cases) => `Put back. Erased again: ${keys} data keys and ${cases} cases.`,
}
