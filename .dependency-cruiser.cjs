/** The architecture as rules: main → product → app → (webhooks | admin | api) → casework → domain; platform below, knowing no feature. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|webhooks|scripts|test|prisma)/', pathNot: [from, ...allowed] },
})

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '^scripts/[^/]+\\.(ts|mjs)$',
          '\\.test\\.ts$',
          '\\.d\\.ts$',
          '^src/(sandbox/page|admin/assets)/',
        ],
      },
      to: {},
    },
    {
      name: 'not-to-dev-dependency',
      severity: 'error',
      from: { path: '^(src|webhooks|scripts)/', pathNot: '^scripts/bench' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
    only('domain-is-pure', '^src/domain/', [], 'The domain imports nothing but itself.'),
    {
      name: 'domain-touches-nothing',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-has-no-io-packages',
      comment: 'zod parses at borders; database, web and carrier clients stay outside the domain.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: 'node_modules/(zod|twilio|express|pg|pg-boss|@prisma|pino|node-cron|better-auth|yaml)/' },
    },
    only(
      'platform-knows-no-feature',
      '^src/platform/',
      ['^prisma/generated/'],
      'platform is below every feature',
    ),
    only('casework-knows-no-http', '^src/casework/', [
      '^src/domain/',
      '^src/platform/',
      '^prisma/generated/',
    ]),
    {
      name: 'casework-has-no-web-package',
      severity: 'error',
      from: { path: '^src/casework/' },
      to: { path: 'node_modules/(express|helmet|better-auth|@remix-run)/' },
    },
    only('webhooks-stand-alone', '^webhooks/', ['^src/(casework|domain|platform)/', '^prisma/generated/']),
    only('admin-stands-alone', '^src/admin/', [
      '^src/(casework|domain|platform|reports)/',
      '^prisma/generated/',
    ]),
    only('api-stands-alone', '^src/api/', ['^src/(casework|domain|platform|reports)/', '^prisma/generated/']),
    only('reports-read-only', '^src/reports/', ['^src/(domain|platform)/', '^prisma/generated/']),
    only(
      'sandbox-is-another-company',
      '^src/sandbox/',
      ['^src/platform/'],
      'The sandbox stands for Twilio: it knows our HTTP face only.',
    ),
    {
      name: 'sandbox-only-from-main-and-tests',
      severity: 'error',
      from: { pathNot: ['^src/sandbox/', '^src/product\\.ts$', '^test/', '^scripts/'] },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'product-never-imports-tests-or-scripts',
      severity: 'error',
      from: { path: '^(src|webhooks)/' },
      to: { path: '^(test|scripts)/' },
    },
    {
      name: 'the-top-is-imported-by-nobody',
      severity: 'error',
      from: { pathNot: ['^src/(main|product)\\.ts$', '^test/', '^scripts/'] },
      to: { path: '^src/(app|main|product)\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'prisma/generated'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
