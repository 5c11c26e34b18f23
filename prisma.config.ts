import { defineConfig } from 'prisma/config'

/** For operators who work with Prisma's own commands, such as "npx prisma migrate status"; the product does not read it. */
const url = process.env['DATABASE_URL']
const config = defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url ? { datasource: { url } } : {}),
})

export { config as default }
