import { ROLES } from '../../src/domain/staff/roles.ts'
import { sessionSecret } from '../../src/installation.ts'
import { createAccounts, type Accounts } from '../../src/platform/accounts.ts'
import { knownClinics } from './clinics.ts'
import { readFlags, required, runPart, wordsOf, type Command, type Io } from './command.ts'
import { withDatabase, type Opened } from './database.ts'
import { readAll } from './lines.ts'

export const staff: Command = {
  name: 'staff',
  usage: [
    [
      `staff add --email ADDRESS --name NAME --role ${ROLES.join('|')} … [--clinic ID …] [--password-stdin]`,
      'makes an account; without a password it prints a link that signs in once',
    ],
    ['staff link --email ADDRESS', 'prints a link that signs in once, within 15 minutes'],
  ],
  run: (args, io) => runPart('staff', { add, link }, args, io),
}

async function add(args: readonly string[], io: Io): Promise<number> {
  const { flags } = readFlags(args, {
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
    clinic: { type: 'string', multiple: true },
    'password-stdin': { type: 'boolean' },
  })
  const email = required(flags.email, '--email')
  const name = required(flags.name, '--name')
  const roles = wordsOf(flags.role, '--role', ROLES)
  const password = flags['password-stdin'] ? (await readAll(io.stdin)).replace(/\r?\n$/, '') : undefined
  return withDatabase(io, async (opened) => {
    const accounts = await accountsOf(opened)
    const clinics = knownClinics(opened.config, flags.clinic)
    await accounts.createStaff({
      email,
      name,
      roles,
      clinics,
      ...(password === undefined ? {} : { password }),
    })
    io.stdout.write(
      `${name} has an account as ${roles.join(', ')} for ${clinics.join(', ') || 'all clinics'}.\n`,
    )
    if (password === undefined) await printLink(accounts, email, io)
    return 0
  })
}

async function link(args: readonly string[], io: Io): Promise<number> {
  const { flags } = readFlags(args, { email: { type: 'string' } })
  const email = required(flags.email, '--email')
  return withDatabase(io, async (opened) => {
    await printLink(await accountsOf(opened), email, io)
    return 0
  })
}

async function printLink(accounts: Accounts, email: string, io: Io): Promise<void> {
  const address = await accounts.createSignInLink(email)
  io.stdout.write(`Sign in with this link, once and within 15 minutes:\n${address}\n`)
}

async function accountsOf({ db, config, log }: Opened): Promise<Accounts> {
  return createAccounts({ db, secret: await sessionSecret(db), baseUrl: config.publicUrl, log })
}
