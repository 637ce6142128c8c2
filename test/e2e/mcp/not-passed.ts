/** What of the conformance suite is not passed, and why; docs/mcp.md has the same. */
interface NotPassed {
  reason: string
  /** How many checks fail of a scenario, in each version that has it. */
  scenarios: Record<string, { '2025-11-25'?: number; '2026-07-28'?: number }>
}

const both = { '2025-11-25': 1, '2026-07-28': 1 }
const handshake = { '2025-11-25': 1 }
const stateless = { '2026-07-28': 1 }

export const NOT_PASSED: readonly NotPassed[] = [
  {
    reason: 'There are no resources',
    scenarios: {
      'resources-list': both,
      'resources-read-text': both,
      'resources-read-binary': both,
      'resources-templates-read': both,
      'resources-subscribe': handshake,
      'resources-unsubscribe': handshake,
    },
  },
  {
    reason: 'There are no prompts, and nothing to complete',
    scenarios: {
      'prompts-list': both,
      'prompts-get-simple': both,
      'prompts-get-with-args': both,
      'prompts-get-embedded-resource': both,
      'prompts-get-with-image': both,
      'completion-complete': both,
    },
  },
  {
    reason: 'Results have text and pictures: no sound, and no resources in them',
    scenarios: {
      'tools-call-audio': both,
      'tools-call-embedded-resource': both,
      'tools-call-mixed-content': both,
    },
  },
  {
    reason: 'Nothing is written to the log of a client',
    scenarios: { 'logging-set-level': handshake, 'tools-call-with-logging': handshake },
  },
  {
    reason: 'Nothing is asked of a client, neither of its user nor of its model',
    scenarios: {
      'tools-call-sampling': handshake,
      'tools-call-elicitation': handshake,
      'elicitation-sep1034-defaults': handshake,
      'elicitation-sep1330-enums': handshake,
      'input-required-result-basic-elicitation': stateless,
      'input-required-result-basic-sampling': stateless,
      'input-required-result-basic-list-roots': stateless,
      'input-required-result-request-state': stateless,
      'input-required-result-multiple-input-requests': stateless,
      'input-required-result-multi-round': stateless,
      'input-required-result-non-tool-request': stateless,
      'input-required-result-result-type': stateless,
      'input-required-result-tampered-state': stateless,
      'input-required-result-capability-check': stateless,
    },
  },
  {
    reason: 'In part: the checks that need tools which ask a client or write to its log',
    scenarios: { 'server-stateless': { '2026-07-28': 4 } },
  },
  {
    reason: 'In part: the lists of prompts, resources and templates, which are not there',
    scenarios: { caching: { '2026-07-28': 3 } },
  },
]
