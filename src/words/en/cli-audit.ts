import type { cliAuditWords as dutch } from '../nl/cli-audit.ts'

export const cliAuditWords: typeof dutch = {
  usage: `The trail of the confidential side. For whoever runs or inspects the installation.

  schakel audit verify [--checkpoints FOLDER] [--key FILE] [--json]

Reads all lines, computes every chain anew and compares it with the checkpoints outside the database.

  --checkpoints FOLDER  the folder with checkpoints; else SCHAKEL_CHECKPOINTS, or beside the data
  --key FILE            the public key that you trust (PEM); else those that lie in the folder
  --json                one JSON object
  --lang nl|en          language of the account

Exit status: 0 all is right, 1 something is wrong, 2 wrong usage, or it cannot be verified.`,
  wrongUsage: 'This command does not fit.',
  noCheckpoints: (folder) =>
    `There are no checkpoints in ${folder}. Without them there is nothing to compare with.`,
  reading: (lines) => `${lines} lines read …`,
  clean: (lines, streams) => `The trail is right: ${lines} lines in ${streams} chains.`,
  sealed: (lines, number, at) =>
    `${lines} lines are under the last checkpoint, number ${number} of ${at}. What is younger was only checked for its chain.`,
  last: (hash) => `Mark of that checkpoint: ${hash}`,
  ownKeys: 'The key came from the folder itself. Keep it elsewhere too, and name it with --key.',
  wrong: (count) => (count === 1 ? 'One thing is wrong:' : `${count} things are wrong:`),
  line: {
    changed: 'the line was changed',
    missing: 'the line is gone',
    inserted: 'the line was put in between',
    moved: 'the line stands elsewhere',
    backdated: 'the line was made later than it says',
    hash: 'the chain does not hold here',
    column: 'a column says another thing than the line',
    'not-continued': 'here the chain did not continue what was sealed',
  },
  streamMissing: 'the whole chain is gone',
  checkpoint: {
    unreadable: 'cannot be read',
    missing: 'is missing in the folder',
    replayed: 'is an older checkpoint in a new place',
    signature: 'bears a wrong signature',
    'key-unknown': 'is signed with a key that is not trusted',
    chain: 'does not continue the one before',
    root: 'has a root that does not follow from the chains',
    'database-differs': 'is another one in the database',
    'database-missing': 'is missing in the database',
    'database-only': 'is in the database only',
  },
  guard: (detail) => `A safeguard of the tables is off: ${detail}`,
  lineAt: (stream, seq, until) =>
    until === undefined ? `${stream}, line ${seq}` : `${stream}, lines ${seq} to ${until}`,
  checkpointAt: (number) => `Checkpoint ${number}`,
}
