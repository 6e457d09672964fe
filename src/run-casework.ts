/** The process of the confidential side. Only this: what takes long is loaded when its port is taken. */
import { setSourceMapsSupport } from 'node:module'
import { serve } from './process/child.ts'

setSourceMapsSupport(true, { nodeModules: false, generatedCode: false })
serve(() => import('./open-casework.ts'))
