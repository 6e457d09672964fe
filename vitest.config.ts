import { defineConfig } from 'vitest/config'

/**
 * Three kinds of tests, told apart by name:
 *   unit         `x.test.ts(x)` beside the code, and `test/guards`: no server, no database
 *   integration  `x.db.test.ts` beside the code, and `test/integration`: real PostgreSQL (see test/database.ts)
 *   browser      `e2e/*.test.ts`: a real browser on the running program (see test/browser.ts)
 * Files of the first two kinds share what they import with those that ran before them in the same worker, which saves a third of the
 * time: what a module keeps must hold for every file.
 * One kind: `npx vitest run --project unit`; one file: `npx vitest run src/council/motion.test.ts`.
 */
const database = ['**/*.db.test.ts', 'test/integration/**/*.test.ts']
const browser = ['e2e/**/*.test.ts']
const elsewhere = ['node_modules/**', 'runtime/**', 'dist/**', 'data/**']

export default defineConfig({
  test: {
    reporters: ['default'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, ...database, ...browser],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: database,
          exclude: elsewhere,
          isolate: false,
          globalSetup: ['test/database-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: browser,
          exclude: elsewhere,
          globalSetup: ['test/browser-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
