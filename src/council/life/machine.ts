export * from '../../machine.ts'
