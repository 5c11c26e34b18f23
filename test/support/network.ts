import nock from 'nock'

// Importing nock takes over the network of the whole process, in which other test files run too: it has it only between these two.
nock.restore()

/** From here on nothing but this machine can be reached, until `openNetwork`; what a test expects of the carrier is answered by nock. */
export function closeNetwork(): void {
  nock.cleanAll()
  if (!nock.isActive()) nock.activate()
  nock.disableNetConnect()
  nock.enableNetConnect(/^(127\.0\.0\.1|localhost)/)
}

export function openNetwork(): void {
  nock.cleanAll()
  nock.enableNetConnect()
  nock.restore()
}
