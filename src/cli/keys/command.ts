import type { cliKeyWords } from '../../words/nl/cli-keys.ts'

export type KeyWords = typeof cliKeyWords
export type Options = Readonly<Partial<Record<OptionName, string>>>
export type OptionName = 'file' | 'people' | 'needed' | 'out' | 'to' | 'keys-to' | 'from' | 'keys-from'
export type Run = {
  words: KeyWords
  options: Options
  folder: string
  env: NodeJS.ProcessEnv
  say(text: string): void
}

/** A command that does not fit; the sentence is shown with the usage. */
export class WrongKeyUsage extends Error {}
