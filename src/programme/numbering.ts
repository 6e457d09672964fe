/** Compares as people count: 2.9 before 2.10. Pure. */
export const compareNumbers = (a: string, b: string): number => a.localeCompare(b, 'nl', { numeric: true })

/** The number that follows in a pillar: `2.4` in the second one after 2.1 to 2.3. Pure. */
export function nextNumber(position: number, taken: readonly string[]): string {
  const last = taken
    .map((number) => /^(\d{1,4})\.(\d{1,4})$/.exec(number))
    .filter((match) => match !== null && Number(match[1]) === position)
    .reduce((most, match) => Math.max(most, Number(match![2])), 0)
  return `${position}.${last + 1}`
}
