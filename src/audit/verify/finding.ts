/** What is wrong with the trail, each with where. `detail` is a code or a name, no sentence. */
export type LineFault =
  /** The text of the line is another than was sealed. */
  | 'changed'
  /** The line is gone. */
  | 'missing'
  /** A line that was never sealed stands among those that were. */
  | 'inserted'
  /** The line stands elsewhere in its stream. */
  | 'moved'
  /** The line was not there at a checkpoint that is younger than it says to be, or its time runs back. */
  | 'backdated'
  /** The stored hash does not follow from the line and the one before. */
  | 'hash'
  /** A column says another thing than the line it is read from; `detail` names it. */
  | 'column'
  /** The keeper saw here that new lines did not continue what was sealed. */
  | 'not-continued'

export type CheckpointFault =
  | 'unreadable'
  | 'missing'
  /** Stands where a later one should. */
  | 'replayed'
  | 'signature'
  | 'key-unknown'
  /** Does not name the one before it. */
  | 'chain'
  /** The root does not follow from the heads. */
  | 'root'
  /** The database holds another one, none, or one that was never exported. */
  | 'database-differs'
  | 'database-missing'
  | 'database-only'

export type Finding =
  | { of: 'line'; fault: LineFault; stream: string; seq: number; until?: number; detail?: string }
  | { of: 'stream'; fault: 'missing'; stream: string; seq: 1; until: number }
  | { of: 'checkpoint'; fault: CheckpointFault; number: number; detail?: string }
  /** What keeps the table from being written is off; `detail` names it. */
  | { of: 'guard'; fault: 'off'; detail: string }
