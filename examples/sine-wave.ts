import { ask } from './ask.ts'

await ask('sine-wave', 'Plot a sine wave.')
