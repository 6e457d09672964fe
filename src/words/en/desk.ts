import type { Words } from '../index.ts'

export const deskWords: Words['desk'] = {
  title: 'Inbox',
}
