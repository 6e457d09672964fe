/** The process of the confidential side. Only this: what takes long is loaded when it is opened, and the site goes first. */
import { setSourceMapsSupport } from 'node:module'
import { serve } from './process/child.ts'

setSourceMapsSupport(true, { nodeModules: false, generatedCode: false })
serve(() => import('./open-casework.ts'), 'when-opened')
