import type { Words } from '../index.ts'

export const pageWords: Words['pages'] = {
  signIn: {
    title: 'Sign in',
    demo: 'This is a demonstration. Choose as whom you want to look around. No password is needed.',
    as: (name) => `Continue as ${name}`,
    production: 'Signing in is not available here yet. Everything public can be read without signing in.',
    nobody: 'There are no people to sign in as yet.',
  },
  region: {
    title: 'What did the council ask, and what came of it?',
    lead: 'Schakel follows what a municipal council asks until it is clear what came of it. Choose a municipality.',
    none: 'No municipality takes part yet.',
  },
}
