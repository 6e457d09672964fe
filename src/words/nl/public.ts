/** The public pages: register, motion, letter, commitments. */
export const publicWords = {
  back: 'Terug',
}
