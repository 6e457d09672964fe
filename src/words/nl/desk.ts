/** The desk of the council clerk. */
export const deskWords = {
  title: 'Post',
}
