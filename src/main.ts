/**
 * Where the program begins. Only this: React chooses its slow form when it is loaded without NODE_ENV=production, so that is set
 * before anything else is loaded. Whether this is a demonstration is another matter: see SCHAKEL_MODE in `config.ts`.
 */
import { setSourceMapsSupport } from 'node:module'

process.env.NODE_ENV = 'production'
// Places in errors are named as in the sources; those of packages are not worth reading the maps of hundreds of files at each start.
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false })
const { start } = await import('./start.ts')
await start()
