import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const IGNORED = /(^|\/)(generated|testing|node_modules)(\/|$)|\.test\.tsx?$|(^|\/)\./

/** Whether the files are those of the stamp: first by time and size, and by content only when those differ. */
export function isUnchanged(stamp, root, sources) {
  const kept = readStamp(stamp)
  if (kept === null) return false
  const files = list(root, sources)
  if (kept.index === indexOf(files)) return true
  if (kept.content !== contentOf(files)) return false
  write(stamp, files)
  return true
}

export function remember(stamp, root, sources) {
  write(stamp, list(root, sources))
}

export function hashOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

function write(stamp, files) {
  writeFileSync(stamp, JSON.stringify({ index: indexOf(files), content: contentOf(files) }))
}

function indexOf(files) {
  return digest(files.map(({ name, size, mtimeMs }) => `${name} ${size} ${mtimeMs}`))
}

function contentOf(files) {
  return digest(files.map(({ name, path }) => `${name} ${hashOf(path)}`))
}

function digest(lines) {
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

function list(root, sources) {
  return sources.flatMap((source) => walk(root, source)).sort((a, b) => (a.name < b.name ? -1 : 1))
}

function walk(root, name) {
  const path = join(root, name)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined || IGNORED.test(name)) return []
  if (!found.isDirectory()) return [{ name, path, size: found.size, mtimeMs: found.mtimeMs }]
  return readdirSync(path).flatMap((entry) => walk(root, `${name}/${entry}`))
}

function readStamp(stamp) {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'))
  } catch {
    return null
  }
}
