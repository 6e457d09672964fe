/** Takes the ports before anything else is touched, and says in one sentence why that cannot be. */
import type { Config, Part } from '../config.ts'
import type { DataFolder } from '../data-folder.ts'
import { alreadyRunning, isRunning } from '../db/embedded/start.ts'
import { StartError } from '../db/start-error.ts'
import { NotListening, type Process } from './fork.ts'
import type { Ports } from './parcels.ts'

/** @throws {StartError} already-running, port-taken, port-refused */
export async function listenAll(
  processes: ReadonlyMap<Part, Process>,
  config: Config,
  data: DataFolder | null,
): Promise<Ports> {
  const ports: Ports = { site: config.port, casework: config.casework.port }
  const { host } = config
  const tried = await Promise.allSettled(
    [...processes].map(async ([part, process]) => {
      try {
        ports[part] = await process.listen({ port: ports[part], host })
      } catch (error) {
        throw error instanceof NotListening ? await sentenceFor(error, part, config, data) : error
      }
    }),
  )
  const refused = tried.find((result) => result.status === 'rejected')
  if (refused) throw refused.reason
  return ports
}

async function sentenceFor(
  error: NotListening,
  part: Part,
  config: Config,
  data: DataFolder | null,
): Promise<Error> {
  const { host } = config
  const [setting, port] =
    part === 'site' ? (['PORT', config.port] as const) : (['CASEWORK_PORT', config.casework.port] as const)
  switch (error.code) {
    case 'EADDRINUSE':
      if (data && config.databaseUrl === null && (await isRunning(data.folder, data.secret))) {
        return alreadyRunning()
      }
      return new StartError(
        'port-taken',
        `Port ${port} is already used by another program; choose another one${part === 'casework' ? ' for the confidential side' : ''}, for example ${setting}=${port === 65535 ? 3000 : port + 1} npm start.`,
      )
    case 'EACCES':
      return new StartError(
        'port-refused',
        `This user may not listen on port ${port}; choose one from 1024 on with ${setting}.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError('port-refused', `HOST is "${host}", but this machine has no such address.`)
    default:
      return error
  }
}
