/** What others may ask of the keys: never a key itself outside this room, only what it seals and opens. */

/** Where a sealed value stands. It is bound to its place: moved elsewhere it does not open. */
export type Place = { table: string; row: string; column: string; version: number }

/** The data key of one person, for as long as a request lasts. */
export type DataKey = {
  seal(place: Place, text: string | Uint8Array): Buffer
  /** @throws {Error} when the value was changed, moved, or sealed with another key: it is never shown then */
  open(place: Place, sealed: Uint8Array): Buffer
  openText(place: Place, sealed: Uint8Array): string
}

export type Vault = {
  /** Makes the data key of a new person. The key store keeps it before this returns. */
  create(personId: string): Promise<DataKey>
  /** Null when it was destroyed, or never made. */
  keyOf(personId: string): Promise<DataKey | null>
  /** For good: nothing sealed with it can be read any more, by nobody. */
  destroy(personId: string): Promise<void>
  /** A keyed hash of a normalised value, to find by equality; another key for each field. 32 bytes. */
  blind(field: string, value: string): Buffer
}
