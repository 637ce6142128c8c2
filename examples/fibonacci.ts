import { ask } from './ask.ts'

await ask('fibonacci', 'Calculate the first 20 Fibonacci numbers.')
