import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** Longest wait for something to appear on a page. */
const PATIENCE_MS = 8_000

/** Its `--single-process` ends the browser with its first window; the others start a program for each window, or draw as a GPU would. */
const LEFT_OUT =
  /^--(single-process|no-zygote|use-gl|use-angle|enable-unsafe-swiftshader|ignore-gpu-blocklist)\b/

/** Starts the Chromium that comes with the npm packages. Launch once per test file and close it in afterAll. */
export async function launchBrowser(): Promise<Browser> {
  const { chromium, executablePath, env } = await (unpacked ??= unpack())
  return playwright.launch({
    executablePath,
    env,
    args: [...chromium.args.filter((argument) => !LEFT_OUT.test(argument)), '--disable-gpu'],
    headless: true,
  })
}

let unpacked: ReturnType<typeof unpack> | undefined

/** Unpacks the browser, once on a machine. The package changes our settings, which is meant for the browser alone. */
async function unpack() {
  const folder = join(tmpdir(), `ringback-browser-${userInfo().username}`)
  const ours = { ...process.env }
  try {
    // The package brings the system libraries that a bare server lacks, and looks for them where these say.
    process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
    process.env['TMPDIR'] = folder
    const { default: chromium } = await import('@sparticuz/chromium')
    const env = { ...process.env }
    if (!existsSync(folder)) {
      // Complete before it has its name: another process may be at it too.
      const unfinished = mkdtempSync(`${folder}-`)
      process.env['TMPDIR'] = unfinished
      await chromium.executablePath()
      try {
        renameSync(unfinished, folder)
      } catch (error) {
        if (!existsSync(folder)) throw error
        rmSync(unfinished, { recursive: true })
      }
    }
    return { chromium, env, executablePath: join(folder, 'chromium') }
  } finally {
    for (const name of Object.keys(process.env))
      if (!(name in ours)) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, ours)
  }
}

export type Look = {
  readonly colorScheme?: 'light' | 'dark'
  readonly width?: number
  readonly locale?: string
  readonly javaScriptEnabled?: boolean
}

/** A browser window with nothing in it yet, and the errors its pages report. */
export async function openWindow(
  browser: Browser,
  look: Look = {},
): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: 900 },
    colorScheme: look.colorScheme ?? 'light',
    locale: look.locale ?? 'en-US',
    javaScriptEnabled: look.javaScriptEnabled ?? true,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // A refused form is an answer of ours, which Chromium calls an error all the same.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) errors.push(message.text())
  })
  return { context, page, errors }
}

/** Puts the session of Set-Cookie lines into a browser window. */
export async function addCookies(
  context: BrowserContext,
  url: string,
  lines: readonly string[],
): Promise<void> {
  await context.addCookies(
    lines.map((line) => {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
    }),
  )
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds serious or critical on a page, as `rule: elements`; an empty list is what we want. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          how: object,
        ): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }>
      }
    }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  })
}

/** The same for a page in its light and in its dark colours. */
export async function seriousFindingsInBothThemes(page: Page): Promise<string[]> {
  const findings: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    findings.push(...(await seriousFindings(page)).map((finding) => `${colorScheme}: ${finding}`))
  }
  return findings
}
