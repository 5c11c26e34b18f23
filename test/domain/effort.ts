/** Milliseconds of the processor that some work takes, whatever else the machine has to do meanwhile. */
export function effort(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
