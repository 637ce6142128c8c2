/** What is wrong with a server. */
export interface Complaint {
  kind: 'ended' | 'silent' | 'absent' | 'broken'
  /** The end of a sentence. */
  text: string
}

export const ENDED: Complaint = { kind: 'ended', text: 'has ended' }

const startMs = 120_000

/** Waits until a server that was started answers well. Rejects when it does not, or has ended before. */
export async function untilWell(url: string, gone: Promise<void>): Promise<void> {
  const complaint = await Promise.race([complaintOf(url, startMs), gone.then(() => ENDED)])
  if (complaint !== null) throw new Error(`The server started, but ${complaint.text}.`)
}

/** Null when it is well. */
export async function complaintOf(url: string, timeoutMs: number): Promise<Complaint | null> {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(timeoutMs) })
    return response.ok ? null : { kind: 'broken', text: `answers with status ${response.status}` }
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError'
      ? { kind: 'silent', text: `does not answer within ${timeoutMs / 1000} s` }
      : { kind: 'absent', text: 'takes no connections' }
  }
}
