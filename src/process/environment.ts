/** What a process sees of the environment. */

type Environment = Readonly<Record<string, string | undefined>>

const plain = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'LANG', 'LANGUAGE', 'TZ', 'TMPDIR', 'TMP', 'TEMP'],
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'NODE_V8_COVERAGE'],
  ...['SYSTEMROOT', 'WINDIR', 'COMSPEC', 'PATHEXT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA'],
  // So that `node --watch` sees what the processes load.
  'WATCH_REPORT_DEPENDENCIES',
])

/** What any program needs, and no setting of this one: those come as orders. */
export function bareEnvironment(env: Environment): Record<string, string> {
  return pick(env, (name) => plain.has(name.toUpperCase()) || /^LC_/.test(name))
}

/** With the settings of a command that asks a key service, whatever their names: all but ours. */
export function commandEnvironment(env: Environment): Record<string, string> {
  return pick(
    env,
    (name) => name !== 'DATABASE_URL' && name !== 'NODE_CHANNEL_FD' && !/^(SCHAKEL_|PG|npm_)/.test(name),
  )
}

function pick(env: Environment, wanted: (name: string) => boolean): Record<string, string> {
  const entries = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && wanted(entry[0]),
  )
  // React chooses its slow form when it is loaded without this; whether this is a demonstration is another matter.
  return { ...Object.fromEntries(entries), NODE_ENV: 'production' }
}
