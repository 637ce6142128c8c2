import type { KernelOptions } from '../guest/kernel/kernel.ts'

/** What of a kernel's host depends on when and where it runs: a clock that stands still, and randomness that is zero. */
export const stillHost = {
  now: () => 0,
  monotonic: () => 0,
  cpuTime: () => 0,
  random: (into) => void into.fill(0),
  sleep: async () => false,
} satisfies Partial<KernelOptions>
