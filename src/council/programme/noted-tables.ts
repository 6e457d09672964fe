/** Tables of the programme whose changes are noted too, by the name they are noted under; no table of this room has the same name. */
export const notedElsewhere: readonly (readonly [string, string])[] = [['served', 'programme.served']]
