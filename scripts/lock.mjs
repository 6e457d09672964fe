/** A lock between processes, made of one file that its holder keeps touching. Plain JavaScript, for any Node from 18 on. */
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const beat = 1000
const silent = 10_000

/**
 * Runs `work` while holding the lock in `folder`; waits for another holder, and takes over from one that is gone.
 * @param waiting called once when somebody else holds it
 */
export async function withLock(folder, work, waiting = () => {}) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'lock')
  let told = false
  while (!take(file)) {
    if (isAbandoned(file)) breakLock(file)
    else {
      if (!told) waiting()
      told = true
      await wait(100)
    }
  }
  const beating = setInterval(() => touch(file), beat)
  const free = () => rmSync(file, { force: true })
  process.on('exit', free)
  const leave = (signal) => process.exit(signal === 'SIGINT' ? 130 : 143)
  process.on('SIGINT', leave).on('SIGTERM', leave)
  try {
    return await work()
  } finally {
    clearInterval(beating)
    free()
    process.off('exit', free).off('SIGINT', leave).off('SIGTERM', leave)
  }
}

function take(file) {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, `${hostname()} ${process.pid}`)
    closeSync(handle)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function touch(file) {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // Someone removed it; the work itself is safe to repeat.
  }
}

/** Gone is a holder that died on this machine, or that has not been heard of for long. */
function isAbandoned(file) {
  try {
    const age = Date.now() - statSync(file).mtimeMs
    const [host, pid] = readFileSync(file, 'utf8').split(' ')
    if (host === hostname() && pid && !isAlive(Number(pid))) return true
    return age > (host === hostname() ? 6 * silent : silent)
  } catch {
    return false
  }
}

/** Only one may break it at a time: else the second would break the lock that the first has just taken. */
function breakLock(file) {
  const breaking = `${file}.breaking`
  try {
    mkdirSync(breaking)
  } catch {
    try {
      if (Date.now() - statSync(breaking).mtimeMs > silent) rmdirSync(breaking)
    } catch {
      // The other one is done.
    }
    return
  }
  try {
    if (isAbandoned(file)) rmSync(file, { force: true })
  } finally {
    rmdirSync(breaking)
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
