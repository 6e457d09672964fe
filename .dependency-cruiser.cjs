/**
 * Which file may import which. `npm run imports` checks it, together with one seeded violation for every rule here
 * (`scripts/imports.mjs`), so that no rule can fall asleep.
 */
const test = '\\.test\\.tsx?$'
/** Imports point right only. */
const order = [
  'src/(web|cli|api|jobs|mail)',
  'src/council',
  'src/programme',
  'src/disclosure',
  'src/reintegration',
  'src/gate',
  'src/identity',
  'src/vault',
  'src/audit',
  'src/db',
]
const rooms = 'council|programme|disclosure|reintegration|gate|identity|vault|audit'

const pointRight = order.slice(1).map((room, index) => ({
  name: `imports-point-right-from-${room.replace('src/', '')}`,
  comment: 'A room knows only the rooms to its right: web, cli, api → council → … → identity → audit → db.',
  severity: 'error',
  from: { path: `^${room}/`, pathNot: [test, '^src/db/tables\\.ts$'] },
  to: { path: order.slice(0, index + 1).map((left) => `^${left}/`) },
}))

module.exports = {
  forbidden: [
    ...pointRight,
    {
      name: 'edges-apart',
      comment: 'The site, the command line and the interface do not know each other.',
      severity: 'error',
      from: { path: '^src/(web|cli|api|jobs)/' },
      to: { path: '^src/(web|cli|api|jobs)/', pathNot: '^src/$1/' },
    },
    {
      name: 'rooms-have-one-door',
      comment: 'A room is entered through its index.ts. The contract of a reading is open to all.',
      severity: 'error',
      from: {
        path: '^(src|seed)/([^/]+)',
        pathNot: [test, '^src/db/tables\\.ts$', '^src/words/'],
      },
      to: {
        path: `^src/(${rooms})/`,
        pathNot: ['^$1/$2/', '/index\\.ts$', '^src/council/read/reading\\.ts$'],
      },
    },
    {
      name: 'tables-are-types',
      comment: 'The list of all tables takes the table types of the rooms, and nothing that runs.',
      severity: 'error',
      from: { path: '^src/db/tables\\.ts$' },
      to: { path: `^src/(${rooms})/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'common-ground-is-bare',
      comment: 'What everyone may import imports no room; words and ctx take types only.',
      severity: 'error',
      from: {
        path: '^src/(errors|config|root|ctx|case-ctx|data-folder|days|machine|cover|follow-secrets|kept-sections|merge-text|read-csv)\\.ts$|^src/words/',
        pathNot: test,
      },
      to: {
        path: '^src/[^/]+/',
        pathNot: ['^src/words/', '^src/db/(embedded/runner|start-error|disk)\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rooms-do-not-speak',
      comment: 'Sentences belong to the edges; a room gives codes and data.',
      severity: 'error',
      from: { path: `^src/(${rooms}|db)/`, pathNot: test },
      to: { path: '^src/words/' },
    },
    {
      name: 'reader-is-pure',
      comment: 'A reading follows from its document alone: no files, no clock, no network, no database.',
      severity: 'error',
      from: { path: '^src/council/read/', pathNot: [test, '^src/council/read/reading-schema\\.ts$'] },
      to: { pathNot: ['^src/council/read/', '^src/errors\\.ts$', '^rules/'] },
    },
    {
      name: 'documents-out-knows-no-room',
      comment: 'What makes files gets what they say; it asks no room and no page.',
      severity: 'error',
      from: { path: '^src/documents-out/', pathNot: test },
      to: { path: '^src/', pathNot: '^src/(documents-out/|errors\\.ts$|root\\.ts$)' },
    },
    {
      name: 'transactions-are-opened-by-few',
      comment: 'Commands take a ctx. Only the start and the edges hold databases.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          test,
          '^src/db/',
          '^src/(start|watch)\\.ts$',
          '^src/data-folder\\.ts$',
          '^src/web/(casework/)?deps\\.ts$',
          '^src/(run|open)-\\w+\\.ts$',
          '^src/process/',
        ],
      },
      to: {
        path: '^src/db/',
        pathNot: '^src/db/(tables|start-error)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'driver-stays-in-db',
      comment: 'Only the db folder speaks to the driver.',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, '^src/db/'] },
      to: { path: 'node_modules/(@types/)?pg/' },
    },
    {
      name: 'pages-hold-no-sql',
      comment: 'Pages and the command line ask rooms; they build no queries.',
      severity: 'error',
      from: { path: '^src/(web|cli|api)/', pathNot: test },
      to: { path: 'node_modules/kysely/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'public-pages-know-no-desk',
      comment: 'Pages without sign-in share nothing with pages behind it but components.',
      severity: 'error',
      from: { path: '^src/web/public/', pathNot: test },
      to: { path: ['^src/web/desk/', '^src/identity/', '^src/db/'] },
    },
    {
      name: 'site-knows-no-case',
      comment: 'The site, the council and the programme cannot name anything of the confidential side.',
      severity: 'error',
      from: { path: '^src/(web|council|programme)/', pathNot: [test, '^src/web/casework/'] },
      to: { path: ['^src/web/casework/', '^src/(reintegration|gate|vault)/'] },
    },
    {
      name: 'casework-knows-no-council',
      comment: 'The confidential side runs apart, without the council, the programme and their pages.',
      severity: 'error',
      from: { path: '^src/(web/casework|reintegration|gate|vault)/', pathNot: test },
      to: {
        path: [
          '^src/(council|programme|identity)/',
          '^src/web/(desk|public)/',
          '^src/web/(app|routes|page|deps)\\.ts$',
        ],
        pathNot: ['^src/web/desk/form-fields\\.tsx$', '^src/web/desk/matter/typed\\.ts$'],
      },
    },
    {
      name: 'site-process-knows-no-case',
      comment: 'The process of the site cannot even name a login or a key of the confidential side.',
      severity: 'error',
      from: { path: '^src/(run|open)-site\\.ts$' },
      to: {
        path: [
          '^src/web/casework/',
          '^src/(reintegration|gate|vault)/',
          '^src/db/(connect-case|connect-keys|open-key-store|transact-case)\\.ts$',
        ],
      },
    },
    {
      name: 'casework-process-knows-no-council',
      comment: 'The process of the confidential side has no login, room or page of the site.',
      severity: 'error',
      from: { path: '^src/(run|open)-casework\\.ts$' },
      to: { path: ['^src/(council|programme|identity|jobs|mail)/', '^src/web/(app|deps|public|desk)'] },
    },
    {
      name: 'islands-stay-in-the-browser',
      comment: 'What runs in the browser takes nothing along that runs on the server.',
      severity: 'error',
      from: { path: '^src/web/islands/', pathNot: test },
      to: { pathNot: '^src/web/islands/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'program-knows-no-tests',
      comment: 'The program needs neither tests nor tools.',
      severity: 'error',
      from: { path: '^(src|seed)/', pathNot: test },
      to: { path: ['^(test|e2e|bench|scripts)/', test] },
    },
    {
      name: 'seed-only-at-start',
      comment: 'Only the start fills a demonstration.',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, '^src/(start|open-casework)\\.ts$'] },
      to: { path: '^seed/' },
    },
    {
      name: 'program-uses-no-dev-packages',
      comment: 'What the program imports is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^(src|seed)/', pathNot: test },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'packages-are-declared',
      comment: 'Whatever is imported stands in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'] },
    },
    {
      name: 'imports-exist',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circles',
      comment: 'No module needs itself; types may.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|runtime|docs)/' },
    tsPreCompilationDeps: true,
    detectJSDocImports: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.cjs', '.d.ts'],
    },
  },
}
