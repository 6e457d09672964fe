export type { DataKey, Vault } from './vault.ts'
