import type { KnipConfig } from 'knip'
import packageJson from './package.json' with { type: 'json' }

/** What `npm run …` hands to the bootstrap. */
const commands = Object.values(packageJson.scripts).flatMap(
  (command) => /bootstrap\.mjs (\S+)/.exec(command)?.[1] ?? [],
)

// `npm run check`: every file is reached from one of these, every export has someone who imports it.
export default {
  entry: [
    ...commands,
    'scripts/ci.ts',
    // Run as processes of their own, or loaded before them.
    'scripts/server/{process,closed-doors}.ts',
    'scripts/workerd/{serve,health}.ts',
    'bench/{child,native,pyodide-process,worker-start,workers,whole-task}.ts',
    'bench/phases/phases.ts',
    'bench/soak/soak.ts',
    'conformance/run-{native,suite}.ts',
    'test/{docs/open-webui,fuzz/fuzz,hostile/figures}.ts',
    'test/e2e/**/*.mjs',
    'python-runtime/wheels/recipe/test/run.mjs',
    // Bundled as Workers, or loaded by one.
    'src/{local,workerd}.ts',
    'scripts/like-cloudflare/{guest,worker}.ts',
    'bench/phases/{guest,host}.ts',
    'test/sandbox/**/host.ts',
    'test/sandbox/clocks/*.js',
    // Loaded by a page.
    'src/routes/playground/public/playground/{main,frame}.js',
    'examples/*.ts',
  ],
  project: ['**/*.{ts,mts,mjs,js}'],
  // Made by a build.
  ignoreUnresolved: [/\.(wasm|txt)$/, './guest.js'],
  ignoreDependencies: [
    // Installed by the tests that run them (`test/support/node-with.ts`).
    '@ai-sdk/openai',
    '@langchain/openai',
    '@modelcontextprotocol/client',
    '@modelcontextprotocol/sdk',
    '@openai/agents',
    'ai',
  ],
} satisfies KnipConfig
