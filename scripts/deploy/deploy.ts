import { lookAt } from './account.ts'
import { examine, type Deployment, type Finding } from './findings.ts'
import { argumentsFor, readSettings, type Options } from './settings.ts'
import { isYes, settle, type Settling } from './settle.ts'
import type { Terminal } from './terminal.ts'

/** What `wrangler.toml` says. */
export interface Configuration {
  vars: Record<string, unknown>
  bucketName: string
  accountId: string | undefined
  aiBinding: string | undefined
}

export interface DeployTools extends Settling {
  configuration: Configuration
  /** The size of all that would be uploaded. */
  measure: () => Promise<number>
}

/** Deploys the Worker when nothing keeps it from serving; else tells everything that does. True when it is deployed. */
export async function deploy(options: Options, tools: DeployTools): Promise<boolean> {
  const { terminal, wrangler } = tools
  let deployment = await gather(options, tools)
  let findings = examine(deployment)
  tell(findings, terminal)
  const command = ['deploy', ...argumentsFor(options)]

  if (options.dryRun) {
    for (const planned of [...plannedCommands(findings), command]) {
      terminal.say(`would run: npx wrangler ${planned.join(' ')}`)
    }
    return !hasFault(findings)
  }

  const settled = await settleAll(deployment, tools)
  if (settled !== deployment) {
    deployment = settled
    findings = examine(deployment)
    tell(findings, terminal)
  }
  if (hasFault(findings)) {
    terminal.say('Nothing was deployed.')
    return false
  }
  const answer = await terminal.ask('Deploy? [Y/n]')
  if (answer !== null && !isYes(answer)) return false

  for (const planned of [...plannedCommands(findings), command]) {
    if (!(await wrangler.show(planned))) return false
  }
  return true
}

async function gather(options: Options, tools: DeployTools): Promise<Deployment> {
  const { vars, bucketName, accountId, aiBinding } = tools.configuration
  const account = await lookAt(tools.wrangler, bucketName, accountId)
  return {
    account,
    bucketName,
    aiBinding,
    settings: await readSettings(vars, options, account.secrets),
    bytes: await tools.measure(),
  }
}

/** Asks for one missing setting after the other, as long as the user has answers. */
async function settleAll(deployment: Deployment, tools: DeployTools): Promise<Deployment> {
  // What is stored needs an account to be stored in.
  if (deployment.account.login.kind !== 'in') return deployment
  const asked = new Set<string>()
  let current = deployment
  for (;;) {
    const next = examine(current).find(
      (finding) => finding.kind === 'fault' && finding.setting && !asked.has(finding.setting),
    )
    if (!next) return current
    asked.add(next.about)
    const settings = await settle(next, current.settings, tools)
    if (settings) current = { ...current, settings }
  }
}

function tell(findings: readonly Finding[], terminal: Terminal): void {
  for (const finding of findings) {
    terminal.say(`${labels[finding.kind]}  ${finding.about}: ${finding.note}`)
    if (finding.kind === 'planned') {
      terminal.say(`         npx wrangler ${finding.command.join(' ')}`)
    }
    if (finding.kind === 'fault') {
      for (const line of finding.remedy) terminal.say(`         ${line}`)
    }
  }
}

const labels = { fine: 'ok   ', planned: 'to do', fault: 'FIX  ' }

function plannedCommands(findings: readonly Finding[]): (readonly string[])[] {
  return findings.flatMap((finding) => (finding.kind === 'planned' ? [finding.command] : []))
}

function hasFault(findings: readonly Finding[]): boolean {
  return findings.some(({ kind }) => kind === 'fault')
}
