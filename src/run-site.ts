/** The process of the public pages and of the council's desk. Only this: what takes long is loaded when its port is taken. */
import { setSourceMapsSupport } from 'node:module'
import { serve } from './process/child.ts'

setSourceMapsSupport(true, { nodeModules: false, generatedCode: false })
serve(() => import('./open-site.ts'))
