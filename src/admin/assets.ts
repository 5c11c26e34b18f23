import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Router } from 'express'

const require = createRequire(import.meta.url)

/**
 * htmx begins as soon as its script has run, without waiting for the extension's script to arrive; a board would then
 * stay deaf. So both are one file.
 */
const FILES = {
  'admin.css': { parts: [own('admin.css')], type: 'text/css; charset=utf-8' },
  'admin.js': { parts: [own('admin.js')], type: 'text/javascript; charset=utf-8' },
  'icon.svg': { parts: [own('icon.svg')], type: 'image/svg+xml' },
  'htmx.js': {
    parts: [require.resolve('htmx.org/dist/htmx.min.js'), require.resolve('htmx.org/dist/ext/hx-sse.min.js')],
    type: 'text/javascript; charset=utf-8',
  },
} as const
type AssetName = keyof typeof FILES

const LOADED = Object.entries(FILES).map(([name, { parts, type }]) => {
  const content = parts.map((part) => readFileSync(part, 'utf8')).join('\n')
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12)
  return { name, type, content, path: `/assets/${hash}/${name}` }
})

/** The address of a file the pages load. It changes with the content, so that browsers may keep the file for ever. */
export function assetUrl(name: AssetName): string {
  return `/admin${LOADED.find((asset) => asset.name === name)?.path ?? ''}`
}

/** Serves the pages' own files; they hold nothing about anybody, so no session is needed. */
export function assetsRouter(): Router {
  const router = Router()
  for (const { path, type, content } of LOADED) {
    router.get(path, (_request, response) => {
      response
        .set({ 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' })
        .send(content)
    })
  }
  return router
}

function own(name: string): URL {
  return new URL(`./assets/${name}`, import.meta.url)
}
