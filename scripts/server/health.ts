/** What is wrong with a server. */
export interface Complaint {
  kind: 'ended' | 'silent' | 'absent' | 'broken'
  /** The end of a sentence. */
  text: string
}

export const ENDED: Complaint = { kind: 'ended', text: 'has ended' }

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
