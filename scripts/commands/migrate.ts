import { applyMigrations } from '../../src/platform/migrations.ts'
import { readFlags, type Command } from './command.ts'
import { withDatabaseUrl } from './database.ts'

export const migrate: Command = {
  name: 'migrate',
  usage: [['migrate', 'brings the database to the newest form; "npm start" does the same']],
  async run(args, io) {
    readFlags(args, {})
    const applied = await withDatabaseUrl(io, (url, _config, log) => applyMigrations(url, log))
    io.stdout.write(
      applied === 0
        ? 'Nothing to do: the database is up to date.\n'
        : `${String(applied)} migration(s) applied.\n`,
    )
    return 0
  },
}
