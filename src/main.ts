/**
 * Where the program begins. Only this: React chooses its slow form when it is loaded without NODE_ENV=production, so that is set
 * before anything else is loaded. Whether this is a demonstration is another matter: see SCHAKEL_MODE in `config.ts`.
 */
process.env.NODE_ENV = 'production'
const { start } = await import('./start.ts')
await start()
