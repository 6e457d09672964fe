import type { Words } from '../index.ts'

export const publicWords: Words['public'] = {
  back: 'Back',
}
